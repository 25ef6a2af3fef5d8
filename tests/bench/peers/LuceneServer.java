/* LuceneServer: Lucene behind the HTTP server that the JDK has.
 *
 *     java -cp JARS:FOLDER-OF-LucenePeer LuceneServer DIR PORT THREADS
 *
 * /search?q= is a ranked OR of the words, ten hits with their ids, as JSON.
 */
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.MMapDirectory;

public class LuceneServer {
    static final int HITS = 10;

    static void answer(IndexSearcher searcher, HttpExchange exchange)
        throws IOException {
        String raw = exchange.getRequestURI().getRawQuery();
        String query =
            URLDecoder.decode(raw.substring(2), StandardCharsets.UTF_8);
        StringBuilder out = new StringBuilder("{\"hits\":[");

        for (ScoreDoc hit :
            searcher.search(LucenePeer.either(query), HITS).scoreDocs)
            out.append(out.length() > 9 ? ",{" : "{").append("\"id\":\"")
                .append(searcher.doc(hit.doc).get("id")).append("\",\"score\":")
                .append(hit.score).append("}");
        byte[] body = out.append("]}\n").toString().getBytes(
            StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    public static void main(String[] args) throws Exception {
        IndexSearcher searcher = new IndexSearcher(
            DirectoryReader.open(MMapDirectory.open(Path.of(args[0]))));
        HttpServer server = HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(),
                Integer.parseInt(args[1])),
            1024);

        server.setExecutor(
            Executors.newFixedThreadPool(Integer.parseInt(args[2])));
        server.createContext("/search", e -> answer(searcher, e));
        server.start();
    }
}
