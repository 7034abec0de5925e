'use strict';

// Keeps the page fresh: the server sends the changed part as HTML. Without this script the page is a plain page.
(() => {
  const live = document.getElementById('live');
  const sign = document.getElementById('sign');
  const path = document.body.dataset.events;
  let version = document.body.dataset.version;
  let source = null;

  const say = (state, text) => {
    if (sign.dataset.state !== state || sign.textContent !== text) {
      sign.dataset.state = state;
      sign.textContent = text;
    }
  };

  const ago = (seconds) =>
    seconds < 5 ? 'just now'
      : seconds < 60 ? `${Math.round(seconds)} s ago`
        : seconds < 3600 ? `${Math.floor(seconds / 60)} min ago`
          : seconds < 86400 ? `${Math.floor(seconds / 3600)} h ago`
            : `${Math.floor(seconds / 86400)} d ago`;

  const refreshTimes = () => {
    for (const time of document.querySelectorAll('time[data-ago]')) {
      time.textContent = ago((Date.now() - Date.parse(time.dateTime)) / 1000);
    }
  };

  // What a person opened stays open, what has the focus keeps it, what is new is marked.
  const show = (html) => {
    const wasOpen = new Map([...live.querySelectorAll('details[id]')].map((details) => [details.id, details.open]));
    const known = new Set([...live.querySelectorAll('[data-key]')].map((item) => item.dataset.key));
    const focused = live.contains(document.activeElement) ? document.activeElement.closest('details[id]')?.id ?? document.activeElement.getAttribute('href') : null;
    live.innerHTML = html;
    for (const details of live.querySelectorAll('details[id]')) {
      if (wasOpen.has(details.id)) {
        details.open = wasOpen.get(details.id);
      }
    }
    for (const item of live.querySelectorAll('[data-key]')) {
      item.classList.toggle('new', !known.has(item.dataset.key));
    }
    if (focused) {
      const again = document.getElementById(focused)?.querySelector('summary') ?? [...live.querySelectorAll('a')].find((link) => link.getAttribute('href') === focused);
      again?.focus({ preventScroll: true });
    }
    refreshTimes();
  };

  const open = () => {
    if (source || !path) {
      return;
    }
    say('wait', 'Connecting');
    source = new EventSource(`${path}${path.includes('?') ? '&' : '?'}version=${encodeURIComponent(version)}`);
    source.addEventListener('open', () => say('live', 'Live'));
    source.addEventListener('error', () => {
      say('lost', 'Reconnecting');
      if (source.readyState === EventSource.CLOSED) {
        source = null;
        setTimeout(open, 3000);
      }
    });
    source.addEventListener('change', (event) => {
      version = event.lastEventId;
      show(event.data);
      say('live', `Live, news at ${new Date().toISOString().slice(11, 19)} UTC`);
    });
  };

  // A sync issue links to the run that wrote it.
  const openTarget = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target instanceof HTMLDetailsElement) {
      target.open = true;
      target.scrollIntoView({ block: 'center' });
    }
  };
  window.addEventListener('hashchange', openTarget);
  openTarget();

  // Nobody looks at a hidden page, so nothing is read for it.
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) {
      source?.close();
      source = null;
    } else {
      open();
    }
  });

  if (path) {
    open();
    setInterval(refreshTimes, 10000);
  } else {
    sign.hidden = true;
  }
})();
