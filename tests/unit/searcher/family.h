/* family: the chain that the program is for, on a shelf.
 *
 * 59-CTr/TU carries out 13-KL/TW, which continues 48-CT/TW (khóa X); the other
 * 48-CT/TW (khóa XIII) is only cited.  13-KL/TW is there twice.
 */
#ifndef TESTS_SEARCHER_FAMILY_H
#define TESTS_SEARCHER_FAMILY_H

#include "tests/unit/searcher/shelf.h"

#define CT48 "d:tw:ct:48:k10"
#define CT48_NEW "d:tw:ct:48:k13"
#define KL13 "d:tw:kl:13:k13"
#define CTR59 "d:tu.hau-giang:ctr:59:n2020"

static const shelf_act family[] = {
    {.id = "ct48",
        .key = CT48,
        .number = "48-CT/TW",
        .kind = "chỉ thị",
        .issuer = "Bộ Chính trị",
        .date = "2010-10-22",
        .title = "về phòng, chống tội phạm",
        .text = "Phòng, chống tội phạm.",
        .status = "in_force",
        .status_cause = KL13},
    {.id = "kl13",
        .key = KL13,
        .number = "13-KL/TW",
        .kind = "kết luận",
        .issuer = "Bộ Chính trị",
        .date = "2021-08-16",
        .title = "về tiếp tục thực hiện Chỉ thị 48",
        .text = "Bộ Chính trị yêu cầu tiếp tục phòng, chống tội phạm.",
        .says = {{.relation = REL_CONTINUES,
            .key = CT48,
            .number = "48-CT/TW",
            .sentence = "tiếp tục Chỉ thị số 48-CT/TW"}}},
    {.id = "kl13-copy",
        .key = KL13,
        .number = "13-KL/TW",
        .kind = "kết luận",
        .issuer = "Bộ Chính trị",
        .date = "2021-08-16",
        .title = "bản sao",
        .text = "Bộ Chính trị.",
        .says = {{.relation = REL_CONTINUES, .key = CT48}}},
    {.id = "ctr59",
        .key = CTR59,
        .number = "59-CTr/TU",
        .kind = "chương trình",
        .issuer = "Tỉnh ủy Hậu Giang",
        .date = "2021-11-15",
        .title = "thực hiện Kết luận 13",
        .text = "Tỉnh ủy Hậu Giang phòng, chống tội phạm.",
        .says = {{.relation = REL_IMPLEMENTS,
                     .key = KL13,
                     .number = "13-KL/TW",
                     .sentence = "Thực hiện Kết luận số 13-KL/TW"},
            {.relation = REL_CONTINUES,
                .key = CT48,
                .number = "48-CT/TW",
                .hangs = 1,
                .sentence = "về tiếp tục thực hiện Chỉ thị 48"}}},
    {.id = "kh68",
        .key = "d:hu.hau-giang.vi-thuy:kh:68:n2020",
        .number = "68-KH/HU",
        .kind = "kế hoạch",
        .issuer = "Huyện ủy Vị Thủy",
        .date = "2022-01-10",
        .title = "thực hiện Chương trình 59",
        .text = "Huyện ủy Vị Thủy trồng lúa.",
        .says = {{.relation = REL_IMPLEMENTS,
                     .key = "d:tu.?:ctr:59:n2020",
                     .number = "59-CTr/TU",
                     .sentence = "Chương trình 59"},
            {.relation = REL_CITES,
                .key = CT48_NEW,
                .number = "48-CT/TW",
                .sentence = "Chỉ thị số 48-CT/TW về đại hội, Ban Thường vụ "
                            "ban hành"}}},
};

enum { FAMILY = sizeof family / sizeof *family };

#endif
