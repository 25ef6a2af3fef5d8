/* LucenePeer: the times of Lucene on the text and the queries of the bench.
 *
 *     java -cp JARS LucenePeer.java index TEXT.tsv DIR THREADS
 *     java -cp JARS LucenePeer.java search DIR QUERIES PASSES
 *
 * Each prints one JSON object.  Positions are kept and nothing is stored but
 * the id; the search is a ranked OR of a query's words, ten hits with their
 * ids, one thread; the last pass counts.  Times are microseconds of processor
 * time of the thread that asks.
 */
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.MMapDirectory;

public class LucenePeer {
    static final int HITS = 10;
    static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    static void add(IndexWriter writer, String line) {
        int tab = line.indexOf('\t');
        Document document = new Document();

        document.add(new StringField(
            "id", line.substring(0, tab), Field.Store.YES));
        document.add(new TextField(
            "text", line.substring(tab + 1), Field.Store.NO));
        try {
            writer.addDocument(document);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static void index(Path text, Path dir, int threads) throws Exception {
        List<String> lines = Files.readAllLines(text);
        long start = System.nanoTime();
        IndexWriterConfig config = new IndexWriterConfig(new StandardAnalyzer());

        config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
        config.setRAMBufferSizeMB(256);
        try (IndexWriter writer =
                 new IndexWriter(FSDirectory.open(dir), config)) {
            List<Thread> running = new ArrayList<>();

            for (int t = 0; t < threads; t++) {
                int first = t;
                Thread thread = new Thread(() -> {
                    for (int i = first; i < lines.size(); i += threads)
                        add(writer, lines.get(i));
                });

                thread.start();
                running.add(thread);
            }
            for (Thread thread : running)
                thread.join();
            writer.commit();
        }
        System.out.printf(Locale.ROOT, "{\"seconds\": %.3f}%n",
            (System.nanoTime() - start) / 1e9);
    }

    static Query either(String line) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();

        for (String word : line.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
            if (!word.isEmpty())
                query.add(new TermQuery(new Term("text", word)),
                    BooleanClause.Occur.SHOULD);
        return query.build();
    }

    static void search(Path dir, Path queries, int passes) throws Exception {
        IndexSearcher searcher =
            new IndexSearcher(DirectoryReader.open(MMapDirectory.open(dir)));
        List<String> lines = Files.readAllLines(queries);
        double[] times = new double[lines.size()];
        long hits = 0;

        for (int pass = 0; pass < passes; pass++) {
            hits = 0;
            for (int i = 0; i < times.length; i++) {
                long start = THREAD.getCurrentThreadCpuTime();

                for (ScoreDoc hit :
                    searcher.search(either(lines.get(i)), HITS).scoreDocs)
                    hits += searcher.doc(hit.doc).get("id").isEmpty() ? 0 : 1;
                times[i] = (THREAD.getCurrentThreadCpuTime() - start) / 1e3;
            }
        }
        Arrays.sort(times);
        System.out.printf(Locale.ROOT,
            "{\"queries\": %d, \"hits\": %d, \"p50\": %.0f, \"p99\": %.0f}%n",
            times.length, hits, times[times.length / 2],
            times[times.length * 99 / 100]);
    }

    public static void main(String[] args) throws Exception {
        if (args.length == 4 && args[0].equals("index"))
            index(Path.of(args[1]), Path.of(args[2]), Integer.parseInt(args[3]));
        else if (args.length == 4 && args[0].equals("search"))
            search(Path.of(args[1]), Path.of(args[2]), Integer.parseInt(args[3]));
        else
            throw new IllegalArgumentException("index or search, see above");
    }
}
