import { beijing } from '../../kit/beijing';
import { makePlatformCertificate } from '../account';
import { WechatPayFailure } from '../failures';
import { encrypted } from '../signing';
import { time, type World } from '../world';

const KEPT = 2;

/**
 * The certificates by which older merchants verify; newer ones have none.
 * Documentation: pay.weixin.qq.com, 下载平台证书 (/doc/v3/merchant/4012551764).
 * @throws WechatPayFailure RESOURCE_NOT_EXISTS for a merchant that verifies by the public key
 */
export function listCertificates(world: World) {
  if (world.verification === 'public_key')
    throw new WechatPayFailure(
      'RESOURCE_NOT_EXISTS',
      '无可用的平台证书，请在商户平台-API安全申请使用微信支付公钥。',
    );
  return {
    data: world.certificates.map(({ serialNo, from, until, certificate }) => ({
      serial_no: serialNo,
      effective_time: beijing.rfc3339(from),
      expire_time: beijing.rfc3339(until),
      encrypt_certificate: encrypted(certificate, world.account.apiV3Key, 'certificate'),
    })),
  };
}

/** A new certificate signs from now on; the one before it is still listed. */
export function rotateCertificate(world: World) {
  const fresh = makePlatformCertificate(time(world));
  world.certificates = [fresh, ...world.certificates].slice(0, KEPT);
  return { serialNo: fresh.serialNo };
}
