import { type Images } from '#shared/kit/images/images';
import { type OrdersDeps } from '../deps';

/** What the use cases of claims work with. */
export type ClaimDeps = OrdersDeps & { readonly images: Images };
