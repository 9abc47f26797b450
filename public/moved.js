// Sends the reader on from an address that moved, and takes query and fragment along.
location.replace(document.currentScript.dataset.to + location.search + location.hash);
