import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { Page } from '@/design/page/Page';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { openPage, replacePage } from '@/platform/navigate';
import { hasWechat } from '@/platform/wechatSignIn';
import { useWide } from '@/platform/wide';
import { PasswordForm } from './PasswordForm';
import { PhoneForm } from './PhoneForm';
import { signInTexts } from './texts';
import { useWechatSignIn } from './useSignIn';

/** Signs in with a phone number or with WeChat; staff with a password. Then goes back to where it was asked for. */
export function SignInScreen({ staff }: { staff: boolean }) {
  const t = useTexts(signInTexts);
  const wide = useWide();
  return (
    <Page title={t(staff ? 'byPassword' : 'title')}>
      {staff ? (
        <Card>
          <PasswordForm />
        </Card>
      ) : (
        <ForShoppers />
      )}
      <Box className="lt-row lt-row--wrap">
        <Words className="lt-tiny lt-soft">{t('agree')}</Words>
        {(['terms', 'privacy'] as const).map((of) => (
          <Button key={of} kind="quiet" size="small" onTap={() => openPage('/pages/legal/index', { of })}>
            {t(of)}
          </Button>
        ))}
      </Box>
      {/* Staff work at a desk; on a phone their own pages lead here. */}
      {wide && !staff && (
        <Button kind="quiet" size="small" onTap={() => replacePage('/pages/sign-in/index', { as: 'staff' })}>
          {t('byPassword')}
        </Button>
      )}
    </Page>
  );
}

function ForShoppers() {
  const t = useTexts(signInTexts);
  const wechat = useWechatSignIn();
  return (
    <>
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
        <PhoneForm />
      </Card>
    </>
  );
}
