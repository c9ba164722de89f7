import { gatewayUrl } from '@/platform/config';

/** A picture's full address: mini programs load none that begins with `/`. */
export const pictureAddress = (url: string | undefined): string | undefined =>
  url?.startsWith('/') ? `${gatewayUrl()}${url}` : url;
