import { type claimsApi } from '#shared/contracts/orders/claims';
import { type ClaimView } from '#shared/contracts/orders/claimViews';
import { type Handlers, MadeReply } from '#shared/kit/http/handler';
import { type Order } from '../domain/order';
import { type ClaimDeps } from '../usecases/claims/claimDeps';
import { type ClaimFound } from '../usecases/claims/claimFound';
import { decideClaim } from '../usecases/claims/decideClaim';
import { getClaimCase } from '../usecases/claims/getClaimCase';
import { getClaimPhoto } from '../usecases/claims/getClaimPhoto';
import { getClaimTerms } from '../usecases/claims/getClaimTerms';
import { openClaim } from '../usecases/claims/openClaim';
import { uploadClaimPhoto } from '../usecases/claims/uploadClaimPhoto';
import { answerClaim } from '../usecases/claims/answerClaim';
import { appealClaim } from '../usecases/claims/appealClaim';
import { askClaimant } from '../usecases/claims/askClaimant';
import { getClaim } from '../usecases/claims/getClaim';
import { listClaimsToDecide } from '../usecases/claims/listClaimsToDecide';
import { listOrderClaims } from '../usecases/claims/listOrderClaims';
import { listMyClaims } from '../usecases/claims/listMyClaims';
import { presentCase, presentClaim, presentPhoto, presentTerms, presentToDecide } from './presentClaim';

/** After-sales: every operation on a line or two. */
export function claimRoutes(deps: ClaimDeps): Handlers<typeof claimsApi> {
  const around = async ({ cityId }: Pick<Order, 'cityId'>) => ({
    rules: await deps.terms.rules(cityId),
    now: deps.now(),
  });
  const present = async ({ order, claim }: ClaimFound): Promise<ClaimView> =>
    presentClaim(order, claim, await around(order));
  return {
    getClaimTerms: async ({ params, caller }) =>
      presentTerms(await getClaimTerms(deps, caller, params.orderId)),
    uploadClaimPhoto: async ({ params, query, caller, key, file }) =>
      presentPhoto(
        await uploadClaimPhoto(deps, caller, {
          ...{ ...params, ...query, bytes: file.bytes },
          photoId: key.newId('pho', file.name),
        }),
      ),
    getClaimPhoto: async ({ params, caller }) =>
      new MadeReply(await getClaimPhoto(deps, caller, params.photoId), {
        'Content-Type': 'image/webp',
        'Cache-Control': 'private, max-age=86400, immutable',
        ETag: `"${params.photoId}"`,
      }),
    openClaim: async ({ params, body, caller, key }) =>
      present(
        await openClaim(deps, caller, {
          ...{ ...params, ...body },
          claimId: key.newId('clm'),
          fingerprint: key.fingerprint,
        }),
      ),
    listOrderClaims: async ({ params, caller }) => {
      const order = await listOrderClaims(deps, caller, params.orderId);
      const told = await around(order);
      return { claims: (order.claims ?? []).map((claim) => presentClaim(order, claim, told)) };
    },
    listMyClaims: async ({ query, caller }) => {
      const { items, ...more } = await listMyClaims(deps, caller, query);
      return { ...more, items: await Promise.all(items.map(present)) };
    },
    listClaimsToDecide: async ({ query: { cityId, ...wish } }) => {
      const { items, ...more } = await listClaimsToDecide(deps, cityId, wish);
      const told = await around({ cityId });
      return { ...more, items: items.flatMap((order) => presentToDecide(order, told) ?? []) };
    },
    getClaim: async ({ params, caller }) => present(await getClaim(deps, caller, params)),
    getClaimCase: async ({ params: { orderId, claimId } }) => {
      const whole = await getClaimCase(deps, orderId, claimId);
      return presentCase(whole, await around(whole.order));
    },
    askClaimant: async ({ params, body, caller, key }) =>
      present(await askClaimant(deps, caller, { ...params, ...body, id: key.newId('msg') })),
    answerClaim: async ({ params, body, caller, key }) =>
      present(await answerClaim(deps, caller, { ...params, ...body, id: key.newId('msg') })),
    appealClaim: async ({ params, body, caller }) =>
      present(await appealClaim(deps, caller, { ...params, ...body })),
    decideClaim: async ({ params, body: { amount, reason, payer, payerAccountId }, caller, key }) =>
      present(
        await decideClaim(deps, caller, {
          ...{ ...params, reason, fen: amount.amount, id: key.newId('clm') },
          payer: { payer, accountId: payerAccountId },
        }),
      ),
  };
}
