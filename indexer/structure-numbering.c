#include "indexer/structure-numbering.h"

#include "common/text/term.h"
#include "common/text/token-gap.h"
#include "common/text/word.h"
#include "indexer/words.h"

enum {
    DIGITS_MAX = 3,
    LETTERED_MAX = 12, /* A. to L. */
    ANNEX_TOKENS = 5   /* of "Phụ lục số II" alone on its line */
};

static const number_mark none = {.style = NUMBERING_NONE};

/* The byte behind token `i`, '\n' at the end of the text. */
static char
char_behind(const document *d, size_t i)
{
    size_t end = d->tokens.at[i].end;

    return end < d->text.len ? d->text.ptr[end] : '\n';
}

/* Token `i` is closed by a dash, with blanks round it or not. */
static bool
dash_behind(const document *d, size_t i)
{
    return gap_behind(&d->tokens, i).mark == GAP_DASH;
}

/* "09/10" and "1-2" are no marks. */
static bool
digit_behind(const document *d, size_t i)
{
    size_t at = d->tokens.at[i].end + 1;

    return at < d->text.len && d->text.ptr[at] >= '0' && d->text.ptr[at] <= '9';
}

/* Behind token `i` and the punctuation of a mark. */
static size_t
behind(const document *d, size_t i)
{
    size_t at = d->tokens.at[i].end;

    while (at < d->text.len) {
        if (span_starts_with(span_from(d->text, at), SPAN("–")) ||
            span_starts_with(span_from(d->text, at), SPAN("—")))
            at += sizeof "–" - 1;
        else if (strchr(".:)-/* \t", d->text.ptr[at]))
            at++;
        else
            break;
    }
    return at;
}

/* 27 and 1 of "27a"; false if it is no such number. */
static bool
read_digits(span s, unsigned *value, unsigned *insert)
{
    size_t n = 0;

    *value = *insert = 0;
    while (n < s.len && s.ptr[n] >= '0' && s.ptr[n] <= '9')
        *value = *value * 10 + (unsigned)(s.ptr[n++] - '0');
    if (!n || n > DIGITS_MAX || !*value)
        return false;
    if (n < s.len && s.ptr[n] >= 'a' && s.ptr[n] <= 'z') {
        *insert = (unsigned)(s.ptr[n++] - 'a') + 1;
        while (n < s.len && s.ptr[n] >= '0' && s.ptr[n] <= '9')
            n++;
    }
    return n == s.len;
}

static number_mark
make(const document *d, numbering style, size_t at, unsigned value)
{
    return (number_mark){.style = style,
        .value = value,
        .number = token_source(&d->tokens, at),
        .after = behind(d, at),
        .next = at + 1};
}

/* The number behind a word: "5", "27a", "II", "thứ nhất". */
static number_mark
read_named(const document *d, numbering style, size_t at)
{
    unsigned value, insert = 0;
    number_mark m;

    if (token_is(&d->tokens, at, "thu"))
        at++;
    if (at >= d->tokens.count)
        return none;
    if (!read_digits(words_at(&d->tokens, at), &value, &insert))
        value = term_roman(words_at(&d->tokens, at));
    if (!value)
        value = word_number(words_at(&d->tokens, at), WORD_PLAIN_ORDINAL);
    if (!value)
        return none;
    m = make(d, style, at, value);
    m.insert = insert;
    return m;
}

/* An article is named at the start of a line by mere wrapping, too: its number
 * is followed by a full stop or a colon, or stands alone. */
static number_mark
read_article(const document *d, size_t at)
{
    number_mark m;

    if (at + 1 >= d->tokens.count || !d->tokens.at[at + 1].number)
        return none;
    m = read_named(d, NUMBERING_ARTICLE, at + 1);
    if (m.style != NUMBERING_NONE && strchr(".:\n*", char_behind(d, at + 1)))
        return m;
    return none;
}

static bool
ends_line(const document *d, size_t i)
{
    return i >= d->tokens.count || d->tokens.at[i].line;
}

/* "PHỤ LỤC", "Phụ lục số II" alone, "PHỤ LỤC I DANH MỤC ...". */
static number_mark
read_annex(const document *d, size_t at)
{
    size_t next = at + 2, alone = at + 2;
    number_mark m = none;

    if (token_is(&d->tokens, next, "so"))
        next++;
    if (!ends_line(d, next))
        m = read_named(d, NUMBERING_ANNEX, next);
    while (alone < at + ANNEX_TOKENS && !ends_line(d, alone))
        alone++;
    if (!ends_line(d, alone) && !d->tokens.at[at].capitals)
        return none;
    if (m.style == NUMBERING_NONE) {
        m = make(d, NUMBERING_ANNEX, at + 1, 1);
        m.number = SPAN("");
    }
    return m;
}

static number_mark
read_word(const document *d, size_t at)
{
    if (!d->tokens.at[at].upper)
        return none;
    if (token_is(&d->tokens, at, "dieu"))
        return read_article(d, at);
    if (token_is(&d->tokens, at, "chuong"))
        return read_named(d, NUMBERING_CHAPTER, at + 1);
    if (token_is(&d->tokens, at, "muc"))
        return read_named(d, NUMBERING_HEADING, at + 1);
    if (token_is(&d->tokens, at, "phan"))
        return read_named(d, NUMBERING_PART, at + 1);
    if (token_is(&d->tokens, at, "tieu") && token_is(&d->tokens, at + 1, "muc"))
        return read_named(d, NUMBERING_SUBHEADING, at + 2);
    if (token_is(&d->tokens, at, "phu") && token_is(&d->tokens, at + 1, "luc"))
        return read_annex(d, at);
    return none;
}

/* "1." and "1.1." as the tokenizer leaves them: 1, 1.1 */
static number_mark
read_number(const document *d, size_t at)
{
    span s = words_at(&d->tokens, at), part = s;
    unsigned value = 0, insert = 0, dots = 0;
    number_mark m;

    while (span_next_field(&s, '.', &part)) {
        if (!read_digits(part, &value, &insert))
            return none;
        dots++;
    }
    m = make(d,
        dots == 1   ? NUMBERING_ARABIC
        : dots == 2 ? NUMBERING_DECIMAL
                    : NUMBERING_DEEPER,
        at, value);
    m.insert = insert;
    if (digit_behind(d, at))
        return none;
    if (strchr(".)/*", char_behind(d, at)))
        return m;
    if (dash_behind(d, at) && dots == 1)
        return m;
    return dots > 1 && char_behind(d, at) == ' ' && !ends_line(d, at + 1) &&
                   d->tokens.at[at + 1].upper
               ? m
               : none;
}

/* "a)", "I.", "I-", "A." */
static number_mark
read_letter(const document *d, size_t at)
{
    const token *t = &d->tokens.at[at];
    char mark = char_behind(d, at);
    unsigned value = word_number(token_exact(&d->tokens, at), WORD_POINT);

    if (!t->upper)
        return value && mark == ')' ? make(d, NUMBERING_POINT, at, value)
                                    : none;
    if (!strchr("./)*", mark) && !dash_behind(d, at))
        return none;
    if (t->capitals || t->end - t->start == 1) {
        unsigned roman = term_roman(token_source(&d->tokens, at));

        if (roman)
            return make(d, NUMBERING_ROMAN, at, roman);
    }
    if (t->end - t->start == 1 && value && value <= LETTERED_MAX &&
        mark != ')' && !ends_line(d, at + 1))
        return make(d, NUMBERING_LETTER, at, value);
    return none;
}

number_mark
numbering_read(const document *d, size_t at)
{
    number_mark m = read_word(d, at);

    if (m.style != NUMBERING_NONE)
        return m;
    return d->tokens.at[at].number ? read_number(d, at) : read_letter(d, at);
}
