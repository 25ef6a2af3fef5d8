/* say: every word of the pages, in both languages, as one table.
 *
 * '%' is where a value stands; the English of a count has "one|many".
 */
#ifndef SERVER_SAY_H
#define SERVER_SAY_H

#include <stdbool.h>

/* id, Vietnamese, English */
#define SAY_TABLE(X)                                                                                     \
    X(TAGLINE, "Tra cứu văn bản của Đảng và Nhà nước",                                                   \
        "Find Party and State documents")                                                                \
    X(SKIP, "Đến nội dung", "Skip to content")                                                           \
    X(HOME, "Trang đầu", "Home")                                                                         \
    X(BOX_LABEL, "Tìm văn bản", "Find documents")                                                        \
    X(BOX_HINT, "Số hiệu, tên văn bản hoặc điều cần tìm",                                                \
        "A number, a title, or what you look for")                                                       \
    X(SEARCH, "Tìm", "Search")                                                                           \
    X(CLEAR, "Xóa ô tìm", "Clear the box")                                                               \
    X(SUGGESTIONS, "Gợi ý", "Suggestions")                                                               \
    X(SUGGESTED, "% gợi ý, dùng phím mũi tên để chọn",                                                   \
        "% suggestions, choose with the arrow keys")                                                     \
    X(OTHER_LANGUAGE, "English", "Tiếng Việt")                                                           \
    X(THEME, "Giao diện sáng, tối", "Light or dark")                                                     \
    X(HELP, "Cách tìm", "How to search")                                                                 \
    X(EXAMPLES, "Thử tìm", "Try")                                                                        \
    X(HOLDS, "Trong kho", "In this index")                                                               \
    X(HOLDS_DOCUMENTS, "văn bản có toàn văn", "documents with their text")                               \
    X(HOLDS_ACTS, "văn bản được nhắc đến", "acts known")                                                 \
    X(HOLDS_STUBS, "văn bản chưa có toàn văn", "acts only cited")                                        \
    X(HOLDS_DAY, "cập nhật", "brought up to date")                                                       \
    X(RESULTS, "Kết quả", "Results")                                                                     \
    X(RESULTS_FOR, "% - kết quả", "% - results")                                                         \
    X(DOCUMENTS, "% văn bản", "% document|% documents")                                                  \
    X(ABOUT, "khoảng", "about")                                                                          \
    X(TOOK, "% ms", "% ms")                                                                              \
    X(DID_YOU_MEAN, "Có phải bạn tìm:", "Did you mean:")                                                 \
    X(PARTIAL, "Hết thời gian: có thể còn thiếu kết quả.",                                               \
        "Time is up: results may be missing.")                                                           \
    X(SORT, "Sắp xếp", "Sort")                                                                           \
    X(SORT_RELEVANCE, "Phù hợp nhất", "Best match")                                                      \
    X(SORT_NEWEST, "Mới nhất", "Newest")                                                                 \
    X(SORT_OLDEST, "Cũ nhất", "Oldest")                                                                  \
    X(FILTERS, "Lọc kết quả", "Narrow down")                                                             \
    X(FILTERS_DONE, "Xong", "Done")                                                                      \
    X(CHOSEN, "Đang lọc", "Chosen")                                                                      \
    X(REMOVE, "Bỏ lọc: %", "Remove: %")                                                                  \
    X(REMOVE_ALL, "Bỏ tất cả", "Remove all")                                                             \
    X(MORE_VALUES, "Xem thêm %", "% more")                                                               \
    X(KIND, "Loại văn bản", "Kind")                                                                      \
    X(ISSUER, "Cơ quan ban hành", "Issuer")                                                              \
    X(PLACE, "Nơi", "Place")                                                                             \
    X(TERM, "Khóa, nhiệm kỳ", "Term")                                                                    \
    X(STATUS, "Hiệu lực", "Status")                                                                      \
    X(SECRECY, "Độ mật", "Secrecy")                                                                      \
    X(YEAR, "Năm ban hành", "Year")                                                                      \
    X(FROM, "Từ", "From")                                                                                \
    X(TO, "Đến", "To")                                                                                   \
    X(FROM_YEAR, "Từ năm", "From year")                                                                  \
    X(TO_YEAR, "Đến năm", "To year")                                                                     \
    X(APPLY, "Lọc", "Apply")                                                                             \
    X(YEARS_OF, "Số văn bản theo năm, từ % đến ",                                                        \
        "Documents by year, from % to ")                                                                 \
    X(YEAR_COUNT, "%: ", "%: ")                                                                          \
    X(PLACE_IN, "Ở", "In")                                                                               \
    X(ALSO, "Cũng trong văn bản này:", "Also in this act:")                                              \
    X(CITED_BY, "được % văn bản dẫn chiếu",                                                              \
        "cited by % document|cited by % documents")                                                      \
    X(GRAPH, "Sơ đồ", "Graph")                                                                           \
    X(STUB, "Chưa có văn bản", "Text not here")                                                          \
    X(NEWS, "Tin, bài", "News")                                                                          \
    X(PAGER, "Các trang kết quả", "Pages of results")                                                    \
    X(PAGE_NUMBER, "Trang %", "Page %")                                                                  \
    X(PREVIOUS, "Trang trước", "Previous")                                                               \
    X(NEXT, "Trang sau", "Next")                                                                         \
    X(PERMALINK, "Liên kết cố định", "Permanent link")                                                   \
    X(SAME_NUMBER, "% văn bản cùng mang số này",                                                         \
        "% act bears this number|% acts bear this number")                                               \
    X(ONLY_CITED, "Văn bản này chưa có trong kho. Những văn bản nhắc đến nó:",                           \
        "The text of this act is not here. Who cites it:")                                               \
    X(UNKNOWN_NUMBER, "Không văn bản nào mang hoặc nhắc đến số này.",                                    \
        "No document bears or cites this number.")                                                       \
    X(NEAREST, "Số gần giống:", "Numbers like it:")                                                      \
    X(NOTHING, "Không tìm thấy văn bản nào", "No document found")                                        \
    X(TRIED, "Đã thử tìm", "What was tried")                                                             \
    X(TRIED_AS_TYPED, "đúng như đã gõ, có dấu và không dấu",                                             \
        "as typed, with and without diacritics")                                                         \
    X(TRIED_FILTERS, "bỏ các điều kiện lọc", "without the filters")                                      \
    X(TRIED_YEARS, "bỏ năm", "without the year")                                                         \
    X(TRIED_NUMBER, "bỏ số hiệu", "without the number")                                                  \
    X(TRIED_NONE, "không có", "nothing")                                                                 \
    X(ADVICE, "Gõ ít từ hơn, hoặc chỉ gõ số hiệu; xem % để biết thêm.",                                  \
        "Type fewer words, or the number alone; see % for more.")                                        \
    X(OUTLINE, "Mục lục", "Outline")                                                                     \
    X(TEXT, "Toàn văn", "Text")                                                                          \
    X(FIND_IN_TEXT, "Tìm trong văn bản", "Find in this text")                                            \
    X(MATCHES, "% chỗ khớp", "% match|% matches")                                                        \
    X(MATCH_PREVIOUS, "Chỗ khớp trước", "Previous match")                                                \
    X(MATCH_NEXT, "Chỗ khớp sau", "Next match")                                                          \
    X(CARD, "Về văn bản này", "About this document")                                                     \
    X(NUMBER, "Số hiệu", "Number")                                                                       \
    X(DATE, "Ngày ban hành", "Date")                                                                     \
    X(EFFECTIVE, "Có hiệu lực từ", "In force from")                                                      \
    X(ENDS, "Hết hiệu lực từ", "Ends on")                                                                \
    X(SIGNER, "Người ký", "Signed by")                                                                   \
    X(RECIPIENTS, "Nơi nhận", "Recipients")                                                              \
    X(URGENCY, "Độ khẩn", "Urgency")                                                                     \
    X(PART_OF, "Thuộc văn bản", "Part of")                                                               \
    X(RESTS_ON, "Căn cứ đã hết hiệu lực", "Rests on expired acts")                                       \
    X(CONFLICTS, "Điểm không khớp", "Conflicts")                                                         \
    X(STATED, "Nguồn ghi", "Its source says")                                                            \
    X(SOURCE, "Tệp", "File")                                                                             \
    X(ADDRESS, "Địa chỉ", "Address")                                                                     \
    X(COPIES, "Bản khác", "Other copies")                                                                \
    X(CITATION, "Trích dẫn", "Cite as")                                                                  \
    X(COPY, "Chép", "Copy")                                                                              \
    X(COPIED, "Đã chép", "Copied")                                                                       \
    X(PRINT, "In", "Print")                                                                              \
    X(RELATIONS, "Văn bản liên quan", "Related acts")                                                    \
    X(RELATIONS_OUT, "Văn bản này", "This act")                                                          \
    X(RELATIONS_IN, "Văn bản khác", "Other acts")                                                        \
    X(ALL_OF_THEM, "Xem và lọc trong kết quả tìm",                                                       \
        "See and filter them as results")                                                                \
    X(FILTER_LIST, "Lọc danh sách", "Filter the list")                                                   \
    X(UNCERTAIN, "chưa chắc", "uncertain")                                                               \
    X(TOLD_BY, "theo %", "says %")                                                                       \
    X(AGAINST_TIME, "ngày không hợp lý", "dates disagree")                                               \
    X(DEAD, "Văn bản này không còn hiệu lực.",                                                           \
        "This act is no longer in force.")                                                               \
    X(CHANGED, "Văn bản này đã được sửa đổi hoặc hết hiệu lực một phần.",                                \
        "This act has been amended or is no longer in force in part.")                                   \
    X(SUSPENDED, "Văn bản này đang bị ngưng hiệu lực.",                                                  \
        "This act is suspended.")                                                                        \
    X(WAITING, "Văn bản này chưa có hiệu lực.",                                                          \
        "This act is not in force yet.")                                                                 \
    X(SEE, "Xem", "See")                                                                                 \
    X(STUB_TEXT,                                                                                         \
        "Kho chưa có toàn văn của văn bản này. Những điều dưới đây được biết " \
        "qua các văn bản nhắc đến nó.",                                                                  \
        "The text of this act is not here. What stands below is known from "                             \
        "those that cite it.")                                                                           \
    X(NO_TEXT, "Văn bản này không có nội dung chữ.",                                                     \
        "This document has no text.")                                                                    \
    X(AMBIGUOUS, "% văn bản cùng tên gọi này",                                                           \
        "% document is called so|% documents are called so")                                             \
    X(AMBIGUOUS_ASK, "Chọn văn bản cần xem:", "Choose the one you mean:")                                \
    X(MISSING, "Không có văn bản này", "There is no such document")                                      \
    X(MISSING_TEXT, "Không văn bản nào mang hoặc nhắc đến “%”.",                                         \
        "No document bears or cites “%”.")                                                               \
    X(MISSING_PAGE, "Không có trang này", "There is no such page")                                       \
    X(SEARCH_WORDS, "Tìm bằng từ ngữ", "Search for the words")                                           \
    X(FAILED, "Chưa trả lời được", "This could not be answered")                                         \
    X(GRAPH_OF, "Sơ đồ: %", "Graph: %")                                                                  \
    X(GRAPH_HINT,                                                                                        \
        "Mỗi hàng là một cấp, từ trung ương đến cơ sở; trong một hàng xếp "       \
        "theo thời gian. Kéo để di chuyển, lăn chuột hoặc dùng phím + − để "         \
        "phóng to, thu nhỏ.",                                                                            \
        "A row is a level of government, the highest on top; in a row, time "                            \
        "goes from left to right. Drag to move; the wheel or + − zooms.")                                \
    X(GRAPH_PICTURE,                                                                                     \
        "Sơ đồ quan hệ của các văn bản; danh sách bên cạnh "                             \
        "có cùng nội dung",                                                                              \
        "Drawing of how the acts hang together; the list beside it says the "                            \
        "same")                                                                                          \
    X(GRAPH_LIST, "Danh sách", "As a list")                                                              \
    X(DEPTH, "Số bước", "Steps")                                                                         \
    X(ZOOM_IN, "Phóng to", "Zoom in")                                                                    \
    X(ZOOM_OUT, "Thu nhỏ", "Zoom out")                                                                   \
    X(ZOOM_ALL, "Toàn bộ", "All of it")                                                                  \
    X(SAVE_SVG, "Lưu SVG", "Save as SVG")                                                                \
    X(BACK_TO_TEXT, "Xem văn bản", "Read the document")                                                  \
    X(GRAPH_CUT, "Còn nữa, không vẽ hết.", "There is more than is drawn.")                               \
    X(BUNDLE, "% văn bản khác", "% other document|% other documents")                                    \
    X(BUNDLE_OPEN, "Mở nhóm này", "Open this group")                                                     \
    X(BUNDLES_OPEN, "Mở tất cả các nhóm", "Open all groups")                                             \
    X(BUNDLES_CLOSE, "Gom lại thành nhóm", "Fold into groups")                                           \
    X(ALONE, "Chưa biết văn bản nào liên quan.",                                                         \
        "Nothing is known around it.")                                                                   \
    X(FOOT, "tracuu, phần mềm tự do; kết quả chỉ để tham khảo.",                                         \
        "tracuu is free software; results are for reference.")

typedef enum say_id {
#define SAY_NAME(id, vietnamese, english) SAY_##id,
    SAY_TABLE(SAY_NAME)
#undef SAY_NAME
        SAY_COUNT
} say_id;

const char *say_of(bool vietnamese, say_id id);

#endif
