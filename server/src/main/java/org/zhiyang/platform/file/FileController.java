package org.zhiyang.platform.file;

import java.io.IOException;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.web.NotFound;

/** Brings a file in and gives it back to those who may see what it proves. */
@RestController
class FileController {
  private final FileStore store;
  private final CurrentActor current;

  FileController(FileStore store, CurrentActor current) {
    this.store = store;
    this.current = current;
  }

  record Kept(UUID id, String digest, String mediaType, long bytes) {}

  /** Part {@code file} of a multipart form: JPEG, PNG, WebP, OGG, WebM, MP4 sound or PDF, at most 10 MB. */
  @PostMapping(path = "/api/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Guarded(permission = "file.write")
  Kept bring(@RequestParam MultipartFile file) throws IOException {
    if (file.getSize() > FileStore.LIMIT_BYTES) throw new FileRefusal.WrongSize(file.getSize(), FileStore.LIMIT_BYTES);
    var kept = store.keep(file.getBytes(), current.get());
    return new Kept(kept.id(), kept.digest(), kept.mediaType(), kept.bytes());
  }

  @GetMapping("/api/files/{id}")
  @Guarded(permission = Guarded.SIGNED_IN, audit = true)
  ResponseEntity<byte[]> give(@PathVariable UUID id) {
    var file = store.find(id, current.get()).orElseThrow(NotFound::new);
    return ResponseEntity.ok().contentType(MediaType.parseMediaType(file.mediaType())).cacheControl(CacheControl.maxAge(java.time.Duration.ofHours(1)).cachePrivate())
        .eTag("\"" + file.digest() + "\"").header("X-Content-Type-Options", "nosniff").header("Content-Security-Policy", "default-src 'none'")
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline").body(store.content(file));
  }
}
