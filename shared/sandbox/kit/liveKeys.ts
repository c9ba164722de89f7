/** A live key or a real merchant was given to a stand-in: somebody believes that real money moves here. */
export class LiveKeysConfigured extends Error {
  override name = 'LiveKeysConfigured';
}
