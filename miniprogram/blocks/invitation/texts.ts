import { defineTexts } from '@/i18n/texts';

export const invitationTexts = defineTexts({
  zh: {
    placeIs: '在{name}取货',
    placeClosed: '{name}暂时不接单，请换一个自提点',
    inviteTitle: '换到{name}？',
    inviteBody: '您现在在{here}取货，购物车里有商品。换过去后购物车会保留，那里没有的会标出来。',
    inviteYes: '换到这里',
  },
  en: {
    placeIs: 'You collect at {name} now',
    placeClosed: '{name} takes no orders for now. Please choose another pickup point.',
    inviteTitle: 'Change to {name}?',
    inviteBody:
      'You collect at {here} and have goods in your cart. They stay in it; what is not sold there will be marked.',
    inviteYes: 'Change',
  },
});
