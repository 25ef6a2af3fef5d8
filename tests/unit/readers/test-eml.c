#include "indexer/extract-eml.h"

#include "indexer/extract-mime.h"
#include "tests/unit/readers/read.h"

static const struct {
    const char *mail, *text;
} mails[] = {
    {"From: a@b\r\nSubject: =?UTF-8?Q?B=C3=A1o_c=C3=A1o?=\r\n"
     " =?utf-8?b?dGjDoW5n?=\r\nContent-Type: text/plain; charset=utf-8\r\n"
     "Content-Transfer-Encoding: quoted-printable\r\n\r\nm=E1=BB=\r\n=99t\r\n",
        "From: a@b\nSubject: Báo cáotháng\n\nmột"},
    {"Subject: x\nMIME-Version: 1.0\nContent-Type: multipart/alternative;\n"
     " boundary=\"B\"\n\nx\n--B\nContent-Type: text/html\n\n<p>trang\n"
     "--B\nContent-Type: text/plain\n\nchữ\n--B--\n",
        "Subject: x\n\nchữ"},
    {"Subject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; "
     "boundary=B\n\n--B\n\nthân\n--B\nContent-Type: application/rtf\n"
     "Content-Disposition: attachment; filename=\"a.rtf\"\n"
     "Content-Transfer-Encoding: base64\n\ne1xydGYxIHRlcH0=\n--B--\n",
        "Subject: x\n\nthân\n\na.rtf\n\ntep"},
    {"MIME-Version: 1.0\nSnapshot-Content-Location: http://x\n"
     "Content-Type: multipart/related; boundary=B\n\n--B\n"
     "Content-Type: text/html; charset=windows-1252\n\n<p>caf\xE9\n--B--\n",
        "café"},
};

START_TEST(a_message_is_read_with_what_is_attached)
{
    read_gives(span_of(mails[_i].mail), mails[_i].text);
}
END_TEST

START_TEST(messages_in_messages_end)
{
    strbuf mail = STRBUF_INIT;

    for (int i = 0; i < 10000; i++)
        strbuf_add_string(
            &mail, "Subject: x\nContent-Type: message/rfc822\n\n");
    strbuf_add_string(&mail, "Subject: x\n\nchữ");
    read_gives(strbuf_span(&mail), "Subject: x");
    strbuf_release(&mail);
}
END_TEST

START_TEST(words_of_headers_are_decoded)
{
    static const struct {
        const char *value, *words;
    } all[] = {
        {"plain", "plain"},
        {"=?utf-8?q?a_b?= c", "a b c"},
        {"x =?utf-8?b?dA==?= =?utf-8?b?dA==?=", "x tt"},
        {"=?utf-8?b?", "=?utf-8?b?"},
        {"=?x", "=?x"},
        {"a =?iso-8859-1?Q?=E9?=", "a é"},
    };

    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        strbuf out = STRBUF_INIT;

        mime_words(&out, span_of(all[i].value));
        ck_assert_span_eq(strbuf_span(&out), all[i].words);
        strbuf_release(&out);
    }
}
END_TEST

UNIT_TABLES("eml", UNIT_TABLE(a_message_is_read_with_what_is_attached, mails),
    {messages_in_messages_end, 0}, {words_of_headers_are_decoded, 0})
