// Requests to this origin. A failure is an answer too: {state, data, message}, like the panels that the server sends.

const TIMEOUT = 25_000;

export async function get(path) {
  try {
    const response = await fetch(path, { signal: AbortSignal.timeout(TIMEOUT), headers: { Accept: 'application/json' } });
    if (response.ok) {
      return { state: 'ready', data: await response.json(), message: '' };
    }
    return failed(response.status === 404 ? 'missing' : 'unavailable', await sentence(response));
  } catch (failure) {
    return failed('unavailable', isTimeout(failure) ? 'The answer took too long.' : 'The dashboard service does not answer. It is tried again.');
  }
}

/** Asks to cancel a job; resolves to a sentence when that was refused, else to an empty text. */
export async function cancelJob(jobId) {
  try {
    const response = await fetch(`/api/jobs/${encodeURIComponent(jobId)}`, { method: 'DELETE' });
    return response.ok ? '' : await sentence(response);
  } catch {
    return 'The dashboard service does not answer.';
  }
}

/** Asks to change something; resolves to {ok, status, data, message}, the message being why not. */
export async function send(method, path, body) {
  try {
    const response = await fetch(path, { method, signal: AbortSignal.timeout(TIMEOUT), headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
    return response.ok
      ? { ok: true, status: response.status, data: await response.json().catch(() => null), message: '' }
      : { ok: false, status: response.status, data: null, message: await sentence(response) };
  } catch (failure) {
    return { ok: false, status: 0, data: null, message: isTimeout(failure) ? 'The answer took too long. It may still have been done.' : 'The dashboard service does not answer.' };
  }
}

/** The panel that the server sends, or one that says why there is none. */
export async function fetched(path) {
  const { state, data, message } = await get(path);
  return state === 'ready' ? data : { state, data: null, message };
}

const isTimeout = failure => failure instanceof DOMException && failure.name === 'TimeoutError';

const failed = (state, message) => ({ state, data: null, message });

async function sentence(response) {
  try {
    const problem = await response.json();
    return problem.detail ?? problem.title ?? `Status ${response.status}.`;
  } catch {
    return `Status ${response.status}.`;
  }
}
