// The websocket: opens it, keeps it open, hands on what comes.

const FIRST_WAIT = 500;
const LONGEST_WAIT = 15_000;
const KEEP_ALIVE = 20_000;

/**
 * @param {string | null} line whose throughput is to be told
 * @param {object} on
 * @param {(type: string, data: any) => void} on.message for every message
 * @param {(state: 'live' | 'reconnecting') => void} on.state
 * @param {() => void} on.open when a connection stands: what happened before it must be fetched
 */
export function connect(line, on) {
  const address = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/live${line ? `?line=${encodeURIComponent(line)}` : ''}`;
  let wait = FIRST_WAIT;
  let heard = 0;

  const open = () => {
    const socket = new WebSocket(address);
    const keepAlive = setInterval(() => {
      if (Date.now() - heard > 2 * KEEP_ALIVE) {
        socket.close();
      } else if (socket.readyState === WebSocket.OPEN) {
        socket.send('alive');
      }
    }, KEEP_ALIVE);
    heard = Date.now();

    socket.onopen = () => {
      wait = FIRST_WAIT;
      on.state('live');
      on.open();
    };
    socket.onmessage = event => {
      heard = Date.now();
      const { type, data } = JSON.parse(event.data);
      on.message(type, data);
    };
    socket.onclose = () => {
      clearInterval(keepAlive);
      on.state('reconnecting');
      setTimeout(open, wait * (0.75 + Math.random() / 2));
      wait = Math.min(2 * wait, LONGEST_WAIT);
    };
  };
  open();
}
