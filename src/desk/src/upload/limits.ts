// What the server takes; asked here first, so that nobody waits for a refusal.
export const maxTextBytes = 1 << 20;
export const maxMediaBytes = 25 << 20;

/** Beyond this a drop is most likely a mistake, and a browser that reads it all may end. */
export const maxDropBytes = 100 * 1000 * 1000;
