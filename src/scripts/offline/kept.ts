// Only where the site is kept on the device is there anything to do.
if (navigator.serviceWorker?.controller)
  void import('./versions.ts').then(({ watchVersions }) => watchVersions());

// A module, so that its names are its own.
export {};
