import { defineTexts } from '@/i18n/texts';

export const termsTexts = defineTexts({
  zh: {
    title: '用户协议',
    intro: '在邻团下单前，请花两分钟读一读。登录即表示您同意这些约定。',
    head1: '我们做什么',
    text1: '邻团把同一小区邻居的订单合在一起采购。您在截单前下单，商品在约定的日期送到自提点或您家门口。',
    head2: '下单和付款',
    text2:
      '价格和库存以提交订单时为准。提交后会为您保留库存几分钟，在付款前不扣任何费用。超过时间没有付款，订单自动取消。',
    head3: '取消和退款',
    text3: '截单前可以在订单页取消并全额退款。拼团没成、缺货或少送的部分会自动退回原付款方式，不用申请。',
    head4: '称重商品',
    text4: '称重商品先按预计的最高金额付款或预授权，再按实际重量结算，多退少不补。',
    head5: '取货',
    text5:
      '凭取货码取货，取货码只能用一次，请只交给您信任的人。请在页面写明的时间前取货；过时没取的商品由团长处理。',
    head6: '商品有问题',
    text6: '商品变质、破损或不符，请在页面写明的时间内联系团长或客服，附上照片。核实后退款。',
    head7: '账号',
    text7: '请用您自己的手机号登录。转卖、刷单或冒用他人信息的账号会被停用。您可以随时在“我的”里注销账号。',
  },
  en: {
    title: 'Terms of use',
    intro: 'Please take two minutes before you order. By signing in you agree to what is written here.',
    head1: 'What we do',
    text1:
      'Lintuan buys for the neighbours of one community together. You order before cutoff; the goods come on the date shown, to the pickup point or to your door.',
    head2: 'Ordering and paying',
    text2:
      'Price and stock are those at the moment you place the order. The goods are then held for some minutes, and nothing is charged before you pay. An order that is not paid in time ends by itself.',
    head3: 'Cancelling and refunds',
    text3:
      'Until cutoff you can cancel on the order’s page and get everything back. A group that does not form, and goods that do not come, are refunded the way you paid, without asking.',
    head4: 'Weighed goods',
    text4:
      'You pay, or reserve, the highest amount that is to be expected. The real weight is charged; what was too much comes back, and you never pay more.',
    head5: 'Collecting',
    text5:
      'You collect with a code that works once: give it only to people you trust. Please collect before the time shown; the leader decides what happens to goods that are left.',
    head6: 'When something is bad',
    text6:
      'Tell your leader or our people within the time shown, with a photo, when goods are spoilt, broken or not what you ordered. It is looked at and refunded.',
    head7: 'Your account',
    text7:
      'Sign in with your own phone number. Accounts that resell, fake orders or use other people’s data are closed. You can delete your account at any time under “Me”.',
  },
});

export const privacyTexts = defineTexts({
  zh: {
    title: '隐私政策',
    intro: '我们只收集送货和付款必需的信息，不出售您的信息。',
    head1: '我们保存什么',
    text1: '手机号、昵称、您填写的收货人和地址、订单、付款结果（不含卡号），以及语言和字号等设置。',
    head2: '为什么需要',
    text2: '登录、接单、分拣、配送、显示到货情况、退款和处理售后。法律要求时用于记账和追溯。',
    head3: '谁能看到',
    text3:
      '团长和配送员只看到完成您这一单所需的信息，例如收货人、手机号和送货地址。邻居在动态里只看到您昵称的第一个字。',
    head4: '我们交给谁',
    text4: '付款由微信支付、支付宝或银行卡机构完成，短信由短信服务商发送；他们只得到各自需要的信息。',
    head5: '位置和相机',
    text5:
      '位置只用来找附近的自提点；配送员在途中的位置会给等货的人看。相机只在您扫码或拍照时使用。不同意也能用其他方式完成。',
    head6: '保存多久',
    text6: '账号注销后，姓名、手机号和地址立即删除，订单变为匿名并按法律要求保存。',
    head7: '您的权利',
    text7: '您可以在“我的”查看和修改信息、删除地址、退出所有设备或注销账号。有疑问请联系您的团长或客服。',
  },
  en: {
    title: 'Privacy policy',
    intro: 'We keep only what delivering and paying need, and we sell nothing of it.',
    head1: 'What we keep',
    text1:
      'Your phone number and display name, the recipients and addresses that you enter, your orders, the result of payments (never card numbers), and settings such as language and type size.',
    head2: 'What for',
    text2:
      'To sign you in, take, pack and bring your order, show you when it is there, refund, and look into complaints. Where the law asks for it, for bookkeeping and tracing.',
    head3: 'Who sees it',
    text3:
      'Leaders and couriers see what your order needs, such as recipient, phone number and door. In the news of the neighbourhood others see only the first character of your display name.',
    head4: 'Whom we pass it to',
    text4:
      'Payments are made by WeChat Pay, Alipay or the card’s bank, text messages are sent by a carrier; each gets only what it needs.',
    head5: 'Position and camera',
    text5:
      'Your position is only used to find pickup points near you; a courier’s position is shown to people who wait. The camera is used when you scan or take a photo. There is another way if you refuse.',
    head6: 'How long',
    text6:
      'When you delete your account, name, phone number and addresses are gone at once; orders become anonymous and are kept as long as the law asks.',
    head7: 'Your rights',
    text7:
      'Under “Me” you can see and change your data, delete addresses, sign out everywhere or delete your account. Ask your leader or our people when something is unclear.',
  },
});
