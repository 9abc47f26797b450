// Copy for ticket: the dialog and what it needs are loaded when its button is pressed.
const button = document.querySelector<HTMLButtonElement>('button.tk');
button?.addEventListener(
  'click',
  () =>
    void import('./ticket/dialog.ts').then(({ openTicket }) =>
      openTicket(button.dataset['repository'] ?? null),
    ),
);

// A module, so that its names are its own.
export {};
