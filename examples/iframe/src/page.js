/* global TalkingPointsEmbed */
// No modules: a script tag has brought one global.
(function () {
  const place = document.getElementById('conversation');
  const conversation = TalkingPointsEmbed.embedConversation(place, {
    src: place.getAttribute('data-src'),
    title: 'A conversation with Jean',
    framework: 'talking-points-community',
    subject: { id: 'p-204', name: 'Jean' },
    // As this page: light or dark, as the system is.
    theme: { scheme: 'light dark' },
  });

  function show(id, text) {
    document.getElementById(id).textContent = text;
  }

  function store(record) {
    return fetch('/api/records', { method: 'POST', body: JSON.stringify(record) }).then(function (response) {
      if (!response.ok) throw new Error('The server said ' + response.status + '.');
      show('status', record.status);
    });
  }

  conversation.addEventListener('tp-record-change', function (event) {
    const record = event.detail.record;
    const first = record.entries[0];
    show('kept', (first && first.narrative && first.narrative[0] && first.narrative[0].text) || '');
    show('status', record.status);
  });
  conversation.addEventListener('tp-record-complete', function (event) {
    event.waitUntil(store(event.detail.record));
  });
  conversation.addEventListener('tp-error', function (event) {
    show('problem', event.detail.message);
  });

  document.getElementById('review').addEventListener('click', function () {
    fetch('/march.json')
      .then(function (response) {
        return response.json();
      })
      .then(function (march) {
        conversation.set({ previous: march });
        return conversation.focus();
      });
  });
})();
