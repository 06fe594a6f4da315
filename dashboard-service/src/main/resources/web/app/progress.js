// How a progress event changes a job. Pure functions.

const FINAL = ['COMPLETED', 'FAILED', 'CANCELLED'];
const FIELDS = ['state', 'phase', 'epoch', 'epochs', 'fraction', 'losses', 'imagesPerSecond', 'elapsedSeconds', 'secondsLeft', 'message', 'modelVersion'];

export const isFinal = job => FINAL.includes(job.state);

export const isActive = job => job.state === 'RUNNING' || job.state === 'WAITING';

/** The jobs after the event, or the same array when it says nothing new. */
export function applied(jobs, event) {
  const index = jobs.findIndex(job => job.jobId === event.jobId);
  if (index < 0 || (jobs[index].at && jobs[index].at > event.at)) {
    return jobs;
  }
  return jobs.with(index, advanced(jobs[index], event));
}

function advanced(job, event) {
  const next = { ...job, at: event.at };
  FIELDS.forEach(field => (next[field] = event[field]));
  const point = { phase: event.phase, losses: event.losses, metrics: event.metrics };
  if (event.epochEnd) {
    next.history = withPoint(job.history ?? [], { ...point, epoch: event.epoch });
    next.current = null;
  } else {
    next.history = (job.history ?? []).filter(old => old.phase !== event.phase || old.epoch <= event.epoch); // a resumed job runs epochs again
    next.current = event.epoch < event.epochs && Object.keys(event.losses).length ? { ...point, epoch: event.epoch + 1 } : null;
  }
  return next;
}

/** An epoch that came twice counts once. */
function withPoint(history, point) {
  return [...history.filter(old => old.phase !== point.phase || old.epoch !== point.epoch), point];
}

/** Jobs as fetched, with what progress events have told since. */
export function refreshed(fetched, known) {
  const before = new Map(known.map(job => [job.jobId, job]));
  return fetched.map(job => {
    const old = before.get(job.jobId);
    const newer = old?.at && !isFinal(job) && (old.fraction ?? 0) >= (job.fraction ?? 0);
    return newer ? { ...old, history: mergedHistory(job.history ?? [], old.history ?? []) } : job;
  });
}

function mergedHistory(fetched, known) {
  return known.reduce(withPoint, fetched);
}
