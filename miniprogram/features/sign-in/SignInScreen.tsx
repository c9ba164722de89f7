import { useState } from 'react';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { Tabs } from '@/design/components/Tabs';
import { Page } from '@/design/page/Page';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { hasWechat } from '@/platform/wechatSignIn';
import { PasswordForm } from './PasswordForm';
import { PhoneForm } from './PhoneForm';
import { signInTexts } from './texts';
import { useWechatSignIn } from './useSignIn';

/** Signs in with a phone number, with WeChat where there is one, or as staff; then goes back to where it was asked for. */
export function SignInScreen() {
  const t = useTexts(signInTexts);
  const [way, setWay] = useState<'phone' | 'password'>('phone');
  const wechat = useWechatSignIn();
  return (
    <Page title={t('title')}>
      <Box className="lt-column lt-column--tight">
        <Words as="h2" className="lt-title">
          {t('welcome')}
        </Words>
        <Words as="p" className="lt-soft">
          {t('detail')}
        </Words>
      </Box>
      {hasWechat && (
        <Button block size="big" busy={wechat.isPending} onTap={() => wechat.mutate(undefined)}>
          {t('wechat')}
        </Button>
      )}
      <Card>
        <Box className="lt-column">
          <Tabs
            label={t('ways')}
            value={way}
            onChange={setWay}
            tabs={[
              { value: 'phone', text: t('byPhone') },
              { value: 'password', text: t('byPassword') },
            ]}
          />
          {way === 'phone' ? <PhoneForm /> : <PasswordForm />}
        </Box>
      </Card>
      <Words as="p" className="lt-tiny lt-soft">
        {t('terms')}
      </Words>
    </Page>
  );
}
