import { type identityInternal } from '#shared/contracts/internal/identity';
import { type Client } from '#shared/kit/client/client';
import { Refused } from '#shared/kit/domainError';
import { type OpenidOf } from './wechatPayments';

/** Identity knows the openids of people in our mini program, and asks WeChat for those of others by a login code. */
export const wechatOpenids =
  (identity: Pick<Client<typeof identityInternal>, 'findWechatOpenid'>): OpenidOf =>
  async (accountId, loginCode) => {
    const { openid } = await identity.findWechatOpenid({ params: { accountId }, body: { loginCode } });
    if (openid === undefined) throw new Refused('PAYER_UNKNOWN');
    return openid;
  };
