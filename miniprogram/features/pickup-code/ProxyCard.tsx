import { useState } from 'react';
import { type PickupCodeView } from '#shared/contracts/delivery/pickupViews';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { TextField } from '@/design/components/TextField';
import { showToast } from '@/design/components/Toast';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { copyText } from '@/platform/share';
import { CodeFace } from './CodeFace';
import { pickupCodeTexts } from './texts';
import { useProxy } from './usePickupCode';

/** A code for somebody else, as long as it is wanted. */
export function ProxyCard({ code }: { code: PickupCodeView }) {
  const t = useTexts(pickupCodeTexts);
  const say = useBilingual();
  const [name, setName] = useState('');
  const { give, revoke } = useProxy(code.orderId);
  const { proxy } = code;
  const toDoor = code.fulfilment === 'door';
  const title = t(toDoor ? 'proxyTitleDoor' : 'proxyTitle');
  const copy = (digits: string) =>
    void copyText(
      t(toDoor ? 'copyTextDoor' : 'copyText', { place: say(code.pickupPoint.name), digits }),
    ).then((done) => {
      if (done) showToast(t('copied'));
    });
  return (
    <Card label={title}>
      <Box className="lt-column">
        <Words as="h2" className="lt-head">
          {title}
        </Words>
        {proxy ? (
          <>
            <Words>{t('proxyFor', { name: proxy.name ?? t('somebody') })}</Words>
            <CodeFace digits={proxy.digits} qr={proxy.qr} size={140} />
            <Box className="lt-row lt-row--wrap">
              <Button kind="secondary" icon="copy" onTap={() => copy(proxy.digits)}>
                {t('copy')}
              </Button>
              <Button kind="quiet" busy={revoke.isPending} onTap={() => revoke.mutate(undefined)}>
                {t('revoke')}
              </Button>
            </Box>
          </>
        ) : (
          <>
            <Words as="p" className="lt-small lt-soft">
              {t('proxyDetail')}
            </Words>
            <TextField
              id="proxy-name"
              optional
              label={t(toDoor ? 'proxyNameDoor' : 'proxyName')}
              value={name}
              maxLength={30}
              onChange={setName}
            />
            <Button kind="secondary" busy={give.isPending} onTap={() => give.mutate(name)}>
              {t('give')}
            </Button>
          </>
        )}
      </Box>
    </Card>
  );
}
