package org.zhiyang.platform.file;

import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.zhiyang.platform.web.Problems;

/** The file store's refusals as problems. */
@RestControllerAdvice
@Order(100)
class FileProblems {
  @ExceptionHandler
  ProblemDetail on(FileRefusal refusal) {
    return switch (refusal) {
      case FileRefusal.WrongSize r when r.bytes() == 0 -> Problems.of(HttpStatus.BAD_REQUEST, "file/empty", "the file is empty");
      case FileRefusal.WrongSize r -> tooLarge(r.limitBytes());
      case FileRefusal.UnknownKind r -> Problems.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "file/unknown-kind", "this kind of content is not kept", Map.of("kinds", FileKind.names()));
      case FileRefusal.NoRoom r -> Problems.of(HttpStatus.INSUFFICIENT_STORAGE, "file/no-room", "the server could not write the file; nothing was kept");
    };
  }

  /** Stopped by the container before it reached the store. */
  @ExceptionHandler
  ProblemDetail on(MaxUploadSizeExceededException refusal) {
    return tooLarge(FileStore.LIMIT_BYTES);
  }

  private static ProblemDetail tooLarge(long limit) {
    return Problems.of(HttpStatus.CONTENT_TOO_LARGE, "file/too-large", "the file is too large", Map.of("limitMegabytes", limit / (1024 * 1024)));
  }
}
