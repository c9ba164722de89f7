/** An id as people read it out: `ord_01k9zc3t8rd2e6` → `01K9 ZC3T 8RD2 E6`. */
export const formatReference = (id: string): string =>
  id
    .slice(id.indexOf('_') + 1)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1 ');
