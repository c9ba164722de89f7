/** The leader's pages, in app.config.ts; the first one is where the leader begins. */
export const leaderPages = ['today/index'];
