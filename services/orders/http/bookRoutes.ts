import { type booksApi } from '#shared/contracts/orders/books';
import { type Handlers } from '#shared/kit/http/handler';
import { getCycleBooks } from '../usecases/books/getCycleBooks';
import { type OrdersDeps } from '../usecases/deps';
import { presentBooks } from './presentBooks';

/** The books of a cycle. */
export const bookRoutes = (deps: OrdersDeps): Handlers<typeof booksApi> => ({
  getCycleBooks: async ({ params }) => presentBooks(await getCycleBooks(deps, params.cycleId)),
});
