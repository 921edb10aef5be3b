package org.zhiyang.platform.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A request whose body was read once for its digest and is read again by the controller. Uploads of files are not buffered: their digest is of the
 *  content length and type, the content itself is addressed by the module that stores it. */
final class RepeatableBody extends HttpServletRequestWrapper {
  private final byte[] body;
  private final boolean upload;

  RepeatableBody(HttpServletRequest request) throws IOException {
    super(request);
    var type = request.getContentType();
    upload = type != null && type.startsWith("multipart/");
    body = upload ? new byte[0] : request.getInputStream().readAllBytes();
  }

  /** Uploads are not: their parts are gone once they were read. */
  boolean isRepeatable() {
    return !upload;
  }

  byte[] digest() {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      sha.update(String.valueOf(getQueryString()).getBytes(StandardCharsets.UTF_8));
      if (upload) sha.update(String.valueOf(getContentLengthLong()).getBytes(StandardCharsets.UTF_8));
      return sha.digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    if (upload) return super.getInputStream();
    var bytes = new ByteArrayInputStream(body);
    return new ServletInputStream() {
      @Override
      public int read() {
        return bytes.read();
      }

      @Override
      public int read(byte[] into, int offset, int length) {
        return bytes.read(into, offset, length);
      }

      @Override
      public boolean isFinished() {
        return bytes.available() == 0;
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setReadListener(ReadListener listener) {
        throw new IllegalStateException("bodies are read blocking");
      }
    };
  }

  @Override
  public BufferedReader getReader() throws IOException {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }
}
