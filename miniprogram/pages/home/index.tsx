import { useState } from 'react';
import { Button } from '@/design/components/Button';
import { Chip } from '@/design/components/Chip';
import { Price } from '@/design/components/Price';
import { Stepper } from '@/design/components/Stepper';
import { Card } from '@/design/components/Card';
import { Tag } from '@/design/components/Tag';
import { Tabs } from '@/design/components/Tabs';
import { TextField } from '@/design/components/TextField';
import { ListRow } from '@/design/components/ListRow';
import { Switch } from '@/design/components/Switch';
import { Sheet } from '@/design/components/Sheet';
import { EmptyState, Notice } from '@/design/components/States';
import { Progress } from '@/design/components/Progress';
import { QrCode } from '@/design/components/QrCode';
import { Timeline } from '@/design/components/Timeline';
import { Avatar } from '@/design/components/Avatar';
import { SkeletonRows } from '@/design/components/Skeleton';
import { Countdown } from '@/design/components/Countdown';
import { CityMap } from '@/design/map/CityMap';
import { Page } from '@/design/page/Page';
import { showToast } from '@/design/components/Toast';
import { Box } from '@/design/primitives/Box';
import { useThemeStore } from '@/design/theme';

export default function P() {
  const [n, setN] = useState(1);
  const [open, setOpen] = useState(false);
  const { large, setLarge } = useThemeStore();
  return (
    <Page title="邻团 Home" tab="home">
      <Box className="lt-row lt-row--wrap">
        <Chip chosen onTap={() => undefined}>
          水果
        </Chip>
        <Chip onTap={() => undefined} icon="leaf">
          蔬菜
        </Chip>
        <Tag tone="tomato" icon="flash">
          秒杀
        </Tag>
        <Tag tone="sky" icon="cold">
          冷藏
        </Tag>
        <Tag tone="yolk">限购2件</Tag>
        <Tag tone="leaf">已成团</Tag>
        <Tag>plain</Tag>
        <Avatar name="王" />
        <Avatar name="Li" small />
      </Box>
      <Card>
        <Price money={{ amount: 1990 }} unit="/斤" before={{ amount: 2590 }} size="large" />
        <Stepper value={n} onChange={setN} name="苹果" />
        <Countdown until="2026-11-22T20:00:00Z" />
        <Progress value={3} max={5} label="拼团" />
      </Card>
      <Tabs
        label="x"
        tabs={[
          { value: 'a', text: '全部' },
          { value: 'b', text: '待取货', count: 3 },
        ]}
        value="a"
        onChange={() => undefined}
      />
      <Card flush>
        <ListRow icon="pin" title="我的地址" detail="阳光小区 3 号楼" onTap={() => setOpen(true)} />
        <Switch label="大字模式" on={large} onChange={setLarge} />
      </Card>
      <TextField
        id="phone"
        label="手机号"
        value=""
        onChange={() => undefined}
        error="号码不对"
        placeholder="11 digits"
      />
      <Notice tone="yolk">还差 2 人成团</Notice>
      <Box className="lt-row lt-row--wrap">
        <Button onTap={() => showToast('已加入购物车')}>去结算</Button>
        <Button kind="secondary" onTap={() => undefined} icon="share">
          分享
        </Button>
        <Button kind="quiet" onTap={() => undefined}>
          取消
        </Button>
        <Button kind="danger" busy onTap={() => undefined}>
          删除
        </Button>
      </Box>
      <QrCode text="lintuan:123456" />
      <Timeline
        label="t"
        steps={[
          { key: '1', title: '已付款', state: 'done', detail: '今天 12:00' },
          { key: '2', title: '配送中', state: 'now' },
          { key: '3', title: '可取货', state: 'todo' },
        ]}
      />
      <CityMap
        label="m"
        markers={[
          { id: 'a', lat: 31.23, lng: 121.47, kind: 'courier' },
          { id: 'b', lat: 31.24, lng: 121.48, kind: 'stop', text: '2' },
        ]}
        path={[
          { lat: 31.23, lng: 121.47 },
          { lat: 31.24, lng: 121.48 },
        ]}
      />
      <EmptyState
        icon="bag"
        title="还没有订单"
        detail="去看看今天的新鲜货"
        action={<Button onTap={() => undefined}>去逛逛</Button>}
      />
      <SkeletonRows rows={2} />
      <Sheet
        open={open}
        title="选择"
        onClose={() => setOpen(false)}
        footer={
          <Button block onTap={() => setOpen(false)}>
            好
          </Button>
        }
      >
        内容
      </Sheet>
    </Page>
  );
}
