/* termgenerator: how fast Xapian indexes by itself, as its manual shows it:
 * TermGenerator, one writer, the defaults.
 *
 * usage: bench-termgenerator TEXT.tsv FOLDER
 *
 * A passage a line, ID TAB TEXT.  Prints one JSON object.
 */
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include <xapian.h>

int
main(int argc, char **argv)
try {
    std::vector<std::string> lines;
    std::string line;

    if (argc != 3)
        return 2;
    for (std::ifstream in(argv[1]); std::getline(in, line);)
        lines.push_back(line);
    auto start = std::chrono::steady_clock::now();
    Xapian::WritableDatabase db(argv[2], Xapian::DB_CREATE);
    Xapian::TermGenerator generator;

    for (const std::string &text : lines) {
        size_t tab = text.find('\t');
        Xapian::Document doc;

        generator.set_document(doc);
        generator.index_text(text.substr(tab + 1));
        doc.set_data(text.substr(0, tab));
        db.add_document(doc);
    }
    db.commit();
    std::chrono::duration<double> took =
        std::chrono::steady_clock::now() - start;

    std::printf("{\"seconds\": %.3f}\n", took.count());
    return 0;
} catch (const Xapian::Error &e) {
    std::fprintf(
        stderr, "bench-termgenerator: %s\n", e.get_description().c_str());
    return 1;
}
