package io.github.qbconnector.compatibility.app.filters;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Compresses whatever is answered, as a filter copied from an article does. */
@WebFilter("/*")
public class CompressionFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String accepted = request.getHeader("Accept-Encoding");
    if (accepted == null || !accepted.contains("gzip")) {
      chain.doFilter(request, response);
      return;
    }
    response.setHeader("Content-Encoding", "gzip");
    response.addHeader("Vary", "Accept-Encoding");
    CompressedResponse compressed = new CompressedResponse(response);
    chain.doFilter(request, compressed);
    compressed.finish();
  }

  /** A response whose body is compressed; of the rest it knows nothing. */
  private static final class CompressedResponse extends HttpServletResponseWrapper {
    private @Nullable GZIPOutputStream zip;
    private @Nullable ServletOutputStream stream;
    private @Nullable PrintWriter writer;

    CompressedResponse(HttpServletResponse response) {
      super(response);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
      if (writer != null) {
        throw new IllegalStateException("getWriter() has been called");
      }
      ServletOutputStream known = stream;
      if (known == null) {
        known = new Zipped(open());
        stream = known;
      }
      return known;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
      if (stream != null) {
        throw new IllegalStateException("getOutputStream() has been called");
      }
      PrintWriter known = writer;
      if (known == null) {
        known = new PrintWriter(new OutputStreamWriter(open(), getCharacterEncoding()));
        writer = known;
      }
      return known;
    }

    private GZIPOutputStream open() throws IOException {
      GZIPOutputStream opened = new GZIPOutputStream(getResponse().getOutputStream());
      zip = opened;
      return opened;
    }

    void finish() throws IOException {
      if (writer != null) {
        writer.flush();
      }
      if (zip != null) {
        zip.finish();
      }
    }

    private static final class Zipped extends ServletOutputStream {
      private final GZIPOutputStream zip;

      Zipped(GZIPOutputStream zip) {
        this.zip = zip;
      }

      @Override
      public void write(int b) throws IOException {
        zip.write(b);
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setWriteListener(WriteListener listener) {
        throw new IllegalStateException("not asynchronous");
      }
    }
  }
}
