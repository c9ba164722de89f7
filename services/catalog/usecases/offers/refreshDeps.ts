import { type CatalogDeps } from '../deps';

/** What it takes to let offers show what their product, Sku and supplier are now. */
export type RefreshDeps = Pick<CatalogDeps, 'range' | 'offers' | 'cycles' | 'now' | 'nudge'>;
