// Constants that the other modules share.

/** The release: version, title, names of the inputs, files with their fingerprints. The build fills it in. */
export const BUILD = {};

/** The name of the element, which also marks the messages between a frame and its host. */
export const NAME = "salary-calculator";

/** The root of the site. This script is served from a folder in it. */
export const SITE = new URL("../", import.meta.url);
