// What pages do beyond links and forms: they stay fresh, show details in a drawer, and draw charts.
(() => {
  'use strict';

  const stamp = document.querySelector('.stamp');
  /** Ids of parts that show less than has happened. */
  const stale = new Set();
  /** Ids of parts that are being fetched: an answer replaces its part, and a second one would find none to replace. */
  const inFlight = new Set();

  function connect() {
    const pulse = stamp.querySelector('.pulse');
    const say = on => {
      pulse.classList.toggle('on', on);
      pulse.textContent = on ? pulse.dataset.on : pulse.dataset.off;
    };
    say(false);
    const source = new EventSource(stamp.dataset.liveUrl);
    source.onopen = () => say(true);
    source.onerror = () => say(false);
    source.onmessage = message => {
      const now = JSON.parse(message.data);
      for (const place of stamp.querySelectorAll('[data-stamp]')) {
        place.textContent = now[place.dataset.stamp] ?? '—';
      }
      if (String(now.seen) !== stamp.dataset.seen) {
        stamp.dataset.seen = now.seen;
        document.querySelectorAll('[data-live]').forEach(part => stale.add(part.id));
      }
      refresh();
    };
    document.addEventListener('visibilitychange', refresh);
    window.addEventListener('pagehide', () => source.close());
  }

  const filled = field => field.tagName === 'SELECT'
    ? field.selectedIndex !== Math.max(0, [...field.options].findIndex(option => option.defaultSelected))
    : field.value !== field.defaultValue || field.checked !== field.defaultChecked;

  // not under the hands of somebody who works in it
  const busy = part =>
    part.contains(document.activeElement) || [...part.querySelectorAll('input, select, textarea')].some(filled)
      || document.querySelector('dialog[open]');

  // parts that somebody works in follow when they are let go, pages behind others when they are seen again
  function refresh() {
    if (document.hidden) return;
    for (const id of stale) {
      const part = document.getElementById(id);
      if (part && (inFlight.has(id) || busy(part))) continue;
      stale.delete(id);
      if (part) renew(id);
    }
  }

  function renew(id) {
    inFlight.add(id);
    htmx.ajax('GET', location.href, { target: '#' + id, select: '#' + id, swap: 'outerHTML' })
      .catch(() => stale.add(id))
      .finally(() => inFlight.delete(id));
  }

  function draw(root) {
    for (const place of root.querySelectorAll('[data-chart]')) {
      const chart = echarts.getInstanceByDom(place) || echarts.init(place, null, { renderer: 'svg' });
      chart.setOption(JSON.parse(place.dataset.chart), true);
      window.addEventListener('resize', () => chart.resize());
    }
  }

  function drawer(event) {
    if (event.target.id === 'drawer-body') {
      const dialog = document.getElementById('drawer');
      if (!dialog.open) dialog.showModal();
    }
    draw(event.target);
  }

  // the session has ended: the login is a page, not a part of one
  function ended(event) {
    if (event.detail.xhr.status === 499) location.reload();
  }

  // sends a form with a file and shows how much of it has been sent, then how much of it has been checked
  function send(form, bar, said) {
    const fields = new FormData(form);
    const show = (text, done, all) => {
      said.textContent = text;
      if (all) {
        bar.max = all;
        bar.value = Math.min(done, all);
      } else {
        bar.removeAttribute('value');
      }
    };
    const follow = () => fetch(form.dataset.share + encodeURIComponent(fields.get('share')))
      .then(answer => answer.status === 200 ? answer.json() : null)
      .then(now => {
        if (!now || request.readyState === XMLHttpRequest.DONE) return;
        if (now.comparing) show(said.dataset.comparing);
        else show(`${said.dataset.checked} ${now.rows} / ${now.declared}`, now.rows, now.declared);
      })
      .catch(() => {});
    const request = new XMLHttpRequest();
    let polling = 0;
    request.upload.onprogress = sent =>
      show(`${said.dataset.sent} ${Math.floor(100 * sent.loaded / sent.total)}%`, sent.loaded, sent.total);
    request.upload.onload = () => { polling = setInterval(follow, 150); };
    request.onloadend = () => clearInterval(polling);
    request.onload = () => {
      if (request.status < 400) {
        location.assign(request.responseURL);
      } else {
        const refusal = new DOMParser().parseFromString(request.responseText, 'text/html');
        document.documentElement.replaceWith(refusal.documentElement);
      }
    };
    // as without a script: the browser then says what is wrong, or asks for a new login
    request.onerror = () => form.submit();
    request.open('POST', form.action);
    request.send(fields);
  }

  document.addEventListener('click', event => {
    const dialog = document.getElementById('drawer');
    if (event.target === dialog) dialog.close();
  });
  document.addEventListener('change', event => {
    if (event.target.matches('form.filter select')) event.target.form.requestSubmit();
    if (event.target.matches('[data-check-all]')) {
      for (const box of event.target.closest('table').querySelectorAll('tbody input[type=checkbox]')) {
        box.checked = event.target.checked;
      }
    }
  });
  // a large file takes its time: say so, and take it once
  document.addEventListener('submit', event => {
    const form = event.target;
    if (!form.matches('[data-busy]')) return;
    const button = form.querySelector('button');
    const bar = form.querySelector('progress');
    if (bar) bar.hidden = false;
    button.textContent = form.dataset.busy;
    if (form.dataset.share) {
      event.preventDefault();
      send(form, bar, form.querySelector('output'));
    }
    button.disabled = true;
  });
  document.body.addEventListener('htmx:afterSwap', drawer);
  document.body.addEventListener('htmx:beforeSwap', ended);
  if (stamp) connect();
  if (window.echarts) draw(document);
})();
