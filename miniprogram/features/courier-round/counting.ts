/** What was counted of one crate; the temperature as typed. */
export type CountedCrate = { readonly units: number; readonly celsius: string };
