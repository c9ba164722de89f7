import { type identityInternal } from '#shared/contracts/internal/identity';
import { type Client } from '#shared/kit/client/client';
import { Refused } from '#shared/kit/domainError';
import { type OpenidOf } from './wechatPayments';

/** Identity knows the openids of people, and asks WeChat for those of others in the mini program by a login code. */
export const wechatOpenids =
  (identity: Pick<Client<typeof identityInternal>, 'findWechatOpenid'>): OpenidOf =>
  async (accountId, by) => {
    const { openid } = await identity.findWechatOpenid({ params: { accountId }, body: by });
    if (openid === undefined) throw new Refused('PAYER_UNKNOWN');
    return openid;
  };
