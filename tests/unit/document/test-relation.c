#include "common/document/relation.h"

#include "tests/unit/unit.h"

START_TEST(a_relation_is_found_by_what_people_call_it)
{
    static const struct {
        const char *name;
        relation relation;
    } all[] = {
        {"thực hiện", REL_IMPLEMENTS},
        {"THUC HIEN", REL_IMPLEMENTS},
        {"thuchien", REL_IMPLEMENTS},
        {"implements", REL_IMPLEMENTS},
        {"triển khai", REL_DEPLOYS},
        {"căn cứ", REL_BASED_ON},
        {"based_on", REL_BASED_ON},
        {"sửa đổi, bổ sung", REL_AMENDS},
        {"thay thế", REL_REPLACES},
        {"bị thay thế bởi", REL_REPLACED_BY},
        {"thay thế bởi", REL_REPLACED_BY},
        {"Được thay thế bởi", REL_REPLACED_BY},
        {"replaced by", REL_REPLACED_BY},
        {"bị bãi bỏ", REL_REPEALED_BY},
        {"được hướng dẫn", REL_GUIDED_BY},
        {"được", RELATION_COUNT},
        {"bởi", RELATION_COUNT},
        {"", RELATION_COUNT},
        {"lúa", RELATION_COUNT},
    };

    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        ck_assert_msg(relation_by_name(span_of(all[i].name)) == all[i].relation,
            "'%s'", all[i].name);
}
END_TEST

START_TEST(a_relation_covers_its_weaker_kin)
{
    ck_assert(relation_covers(REL_IMPLEMENTS, REL_IMPLEMENTS));
    ck_assert(relation_covers(REL_IMPLEMENTS, REL_DEPLOYS));
    ck_assert(!relation_covers(REL_DEPLOYS, REL_IMPLEMENTS));
    ck_assert(relation_covers(REL_IMPLEMENTED_BY, REL_DEPLOYED_BY));
    ck_assert(!relation_covers(REL_IMPLEMENTED_BY, REL_DEPLOYS));
    ck_assert(!relation_covers(REL_REPLACES, REL_REPEALS));
    ck_assert(relation_covers(REL_CITES, REL_AMENDS));
    for (relation r = 0; r < RELATION_COUNT; r++)
        ck_assert(relation_covers(r, r));
}
END_TEST

UNIT_MAIN("relation", a_relation_is_found_by_what_people_call_it,
    a_relation_covers_its_weaker_kin)
