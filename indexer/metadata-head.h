/* head: what the first lines of a text say, and where they end.
 *
 *     ỦY BAN NHÂN DÂN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
 *      TỈNH LÀO CAI             Độc lập - Tự do - Hạnh phúc
 *     Số: 5973/UBND-KT         Lào Cai, ngày 11 tháng 6 năm 2026
 *
 *                           QUYẾT ĐỊNH
 *                      Về việc ban hành ...
 *
 * Each cell gets a role: gazette headers, motto, organ, number, date, marks,
 * kind, subject (trích yếu); the first cell of the body ends the head.  Only
 * the first CELL_LINES lines are looked at.
 */
#ifndef INDEXER_HEAD_H
#define INDEXER_HEAD_H

#include "indexer/metadata-cells.h"

typedef struct head {
    cell_list cells;
    size_t body;            /* the first cell of the body, or cells.count */
    size_t letterhead;      /* its first cell: 0, or one below the subject */
    size_t kind_cell;       /* SIZE_MAX if there is none */
    const kind *kind;       /* as the kind line says */
    size_t number;          /* token behind "Số", or SIZE_MAX */
    size_t date;            /* token where the date starts, or SIZE_MAX */
    size_t date_last;       /* token behind it: dates are broken over lines */
    size_t subject;         /* first cell of the subject, or SIZE_MAX */
    size_t subject_last;    /* behind its last one */
    size_t subject_from;    /* byte where the words of the subject start */
    size_t title_organ;     /* token of the organ that the title names, or
                               SIZE_MAX: "CỦA BỘ CHÍNH TRỊ" */
    const char *motto_rest; /* of a motto that is broken off, or NULL */
    bool motto;        /* the motto of the State or the name of the Party */
    bool dispatch;     /* V/v: a công văn */
    bool addressed;    /* Kính gửi */
    bool consolidated; /* văn bản hợp nhất */
    bool statement; /* "Thông tư số 59/2020/TT-BTC ...": named in prose */
} head;

head head_read(arena *a, const document *d);

/* True if there is enough of a letterhead to believe that this is an act and
 * not a text about one. */
bool head_is_official(const head *h);

#endif
