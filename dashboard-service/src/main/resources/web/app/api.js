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
    return failed('unavailable', failure.name === 'TimeoutError' ? 'The answer took too long.' : 'The dashboard service does not answer. It is tried again.');
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

/** Asks to make a model a line's champion; resolves as cancelJob does. */
export async function promote(line, request) {
  try {
    const response = await fetch(`/api/serving/${encodeURIComponent(line)}/champion`, {
      method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(request),
    });
    return response.ok ? '' : await sentence(response);
  } catch {
    return 'The dashboard service does not answer.';
  }
}

const failed = (state, message) => ({ state, data: null, message });

async function sentence(response) {
  try {
    const problem = await response.json();
    return problem.detail ?? problem.title ?? `Status ${response.status}.`;
  } catch {
    return `Status ${response.status}.`;
  }
}
