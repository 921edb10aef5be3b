package org.zhiyang.response.hotline.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;
import org.zhiyang.response.hotline.CallBackResult;
import org.zhiyang.response.hotline.domain.AnsweredBy;
import org.zhiyang.response.hotline.domain.AttemptOutcome;
import org.zhiyang.response.hotline.domain.CallBackStatus;
import org.zhiyang.response.hotline.usecase.CallBackDesk;
import org.zhiyang.response.hotline.view.CallBackList;
import org.zhiyang.response.hotline.view.CallBackReader;

/** 回访. */
@RestController
class CallBackController {
  private final CallBackList list;
  private final CallBackReader reader;
  private final CallBackViews views;
  private final CallBackDesk desk;
  private final CurrentActor current;

  CallBackController(CallBackList list, CallBackReader reader, CallBackViews views, CallBackDesk desk, CurrentActor current) {
    this.list = list;
    this.reader = reader;
    this.views = views;
    this.desk = desk;
    this.current = current;
  }

  /** {@code mine}: only what the reader has taken now. Without a sort: what can be tried now first, nearest deadline first. */
  @GetMapping("/api/call-backs")
  @Guarded(permission = "callback.read", audit = true)
  Page<CallBackViews.CallBackRow> list(@Valid PageQuery query, @RequestParam @Nullable CallBackStatus status, @RequestParam @Nullable CallBackResult result,
      @RequestParam @Nullable Boolean abnormal, @RequestParam @Nullable String region, @RequestParam @Nullable UUID provider, @RequestParam @Nullable UUID elder,
      @RequestParam(defaultValue = "false") boolean mine, @RequestParam(defaultValue = "false") boolean overdue) {
    var actor = current.get();
    var filter = new CallBackList.Filter(status, result, abnormal, region, provider, elder, mine ? actor.accountId() : null, overdue);
    var page = list.page(filter, query, actor.scope());
    return page.with(views.rows(page.items(), actor));
  }

  @GetMapping("/api/call-backs/{id}")
  @Guarded(permission = "callback.read", audit = true)
  CallBackViews.Detail get(@PathVariable UUID id) {
    var actor = current.get();
    var row = list.find(id, actor.scope()).orElseThrow(NotFound::new);
    return views.detail(row, reader.read(id), actor);
  }

  /** Takes the task for twenty minutes; every act prolongs it. */
  @PostMapping("/api/call-backs/{id}/claim")
  @Guarded(permission = "callback.do", audit = true)
  CallBackViews.Detail take(@PathVariable UUID id) {
    desk.take(id, current.get());
    return get(id);
  }

  @DeleteMapping("/api/call-backs/{id}/claim")
  @Guarded(permission = "callback.do")
  CallBackViews.Detail release(@PathVariable UUID id) {
    desk.release(id, current.get());
    return get(id);
  }

  record AttemptRequest(@NotNull AttemptOutcome outcome, @Nullable AnsweredBy answeredBy, @Nullable @Size(max = 500) String note, @Nullable OffsetDateTime nextTryAt) {}

  @PostMapping("/api/call-backs/{id}/attempts")
  @Guarded(permission = "callback.do", audit = true)
  CallBackViews.Detail attempt(@PathVariable UUID id, @Valid @RequestBody AttemptRequest body) {
    desk.noteAttempt(id, body.outcome(), body.answeredBy(), text(body.note()), body.nextTryAt() == null ? null : body.nextTryAt().toInstant(), current.get());
    return get(id);
  }

  record ResultRequest(@NotNull CallBackResult result, @Nullable @Size(max = 40) Map<String, @Nullable @Size(max = 500) String> answers, @Nullable @Size(max = 500) String note,
      @Nullable @Min(1) @Max(5) Integer stars, @Nullable @Size(max = 500) String words) {}

  @PostMapping("/api/call-backs/{id}/result")
  @Guarded(permission = "callback.do", audit = true)
  CallBackViews.Detail finish(@PathVariable UUID id, @Valid @RequestBody ResultRequest body) {
    var answers = new java.util.TreeMap<String, String>();
    if (body.answers() != null) body.answers().forEach((k, v) -> {
      if (v != null && !v.isBlank()) answers.put(k, v.strip());
    });
    desk.finish(new CallBackDesk.Finish(id, body.result(), answers, text(body.note()), body.stars(), text(body.words())), current.get());
    return get(id);
  }

  record DecisionRequest(@NotNull Boolean confirmed, @NotBlank @Size(min = 4, max = 500) String reason) {}

  /** What the desk could not settle, the county decides; never settled before that. */
  @PostMapping("/api/call-backs/{id}/decision")
  @Guarded(permission = "callback.decide", audit = true)
  CallBackViews.Detail decide(@PathVariable UUID id, @Valid @RequestBody DecisionRequest body) {
    desk.decide(id, body.confirmed(), body.reason().strip(), current.get());
    return get(id);
  }

  private static @Nullable String text(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
