package org.zhiyang.platform.file;

import com.fasterxml.uuid.Generators;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.crypto.Sealing;
import org.zhiyang.platform.crypto.Sm3;

/** Keeps and gives back files. The same content brought twice is stored once and known twice: who used a photo again can be found by its digest. */
@Component
public class FileStore {
  /** Most one file may hold: 10 MB. */
  public static final long LIMIT_BYTES = 10L * 1024 * 1024;

  private final ContentFolder contents;
  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final Clock clock;
  private final List<FileOwner> owners;

  FileStore(@Value("${zhiyang.data-directory:./data}") Path data, JdbcClient jdbc, Sealing sealing, Clock clock, List<FileOwner> owners) {
    this.contents = new ContentFolder(data.toAbsolutePath().normalize().resolve("files"));
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.clock = clock;
    this.owners = owners;
  }

  /** Refuses an empty or too large content, an unknown kind, and a full disk; each refusal leaves nothing behind. */
  @Transactional
  public StoredFile keep(byte[] content, Actor by) {
    if (content.length == 0 || content.length > LIMIT_BYTES) throw new FileRefusal.WrongSize(content.length, LIMIT_BYTES);
    var kind = FileKind.of(content).orElseThrow(FileRefusal.UnknownKind::new);
    var file = new StoredFile(Generators.timeBasedEpochGenerator().generate(), Sm3.hex(content), kind.mediaType(), content.length, by.accountId(), by.organizationId(), clock.instant());
    contents.write(file.digest(), sealing.sealBytes(content));
    jdbc.sql("""
            insert into file.stored_file (id, digest, media_type, bytes, brought_by, organization_id, brought_at)
            values (:id, :digest, :type, :bytes, :by, :organization, :at)""")
        .param("id", file.id()).param("digest", file.digest()).param("type", file.mediaType()).param("bytes", file.bytes()).param("by", file.broughtBy())
        .param("organization", file.organization()).param("at", Timestamp.from(file.broughtAt())).update();
    return file;
  }

  public Optional<StoredFile> find(UUID id) {
    return jdbc.sql("select id, digest, media_type, bytes, brought_by, organization_id, brought_at from file.stored_file where id = :id").param("id", id)
        .query((r, n) -> new StoredFile(r.getObject(1, UUID.class), r.getString(2), r.getString(3), r.getLong(4), r.getObject(5, UUID.class), r.getObject(6, UUID.class),
            r.getTimestamp(7).toInstant())).optional();
  }

  /** The file if the actor brought it, or a record that holds it lies in the actor's scope. */
  Optional<StoredFile> find(UUID id, Actor actor) {
    return find(id).filter(file -> file.broughtBy().equals(actor.accountId()) || owners.stream().anyMatch(owner -> owner.maySee(id, actor.scope())));
  }

  byte[] content(StoredFile file) {
    return sealing.openBytes(contents.read(file.digest()));
  }
}
