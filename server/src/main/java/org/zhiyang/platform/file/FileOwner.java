package org.zhiyang.platform.file;

import java.util.UUID;
import org.zhiyang.platform.access.Scope;

/** A module whose records hold files; a bean of this type says whether a reader's scope reaches a record that holds the file. */
public interface FileOwner {
  boolean maySee(UUID file, Scope scope);
}
