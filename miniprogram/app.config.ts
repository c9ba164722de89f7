import { courierPages } from './courier/pages';
import { leaderPages } from './leader/pages';
import { operatorPages } from './operator/pages';

export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/cart/index',
    'pages/orders/index',
    'pages/me/index',
    'pages/offer/index',
    'pages/search/index',
    'pages/pickup-points/index',
    'pages/sign-in/index',
    'pages/leader-application/index',
    'pages/addresses/index',
    'pages/pickup-code/index',
    'pages/order/index',
    'pages/claim/index',
    'pages/payment/index',
    'pages/checkout/index',
    'pages/legal/index',
    'pages/not-found/index',
  ],
  subPackages: [
    { root: 'leader', pages: leaderPages },
    { root: 'courier', pages: courierPages },
    { root: 'operator', pages: operatorPages },
  ],
  tabBar: {
    /** H5 draws its own (design/page/TabBar.h5.tsx): reachable by keyboard, and at the top of a desktop. */
    custom: process.env.TARO_ENV === 'h5',
    color: '#5d6660',
    selectedColor: '#256b42',
    backgroundColor: '#ffffff',
    borderStyle: 'white',
    list: [
      {
        pagePath: 'pages/home/index',
        text: '首页',
        iconPath: 'assets/tab/home.png',
        selectedIconPath: 'assets/tab/home-on.png',
      },
      {
        pagePath: 'pages/cart/index',
        text: '购物车',
        iconPath: 'assets/tab/cart.png',
        selectedIconPath: 'assets/tab/cart-on.png',
      },
      {
        pagePath: 'pages/orders/index',
        text: '订单',
        iconPath: 'assets/tab/orders.png',
        selectedIconPath: 'assets/tab/orders-on.png',
      },
      {
        pagePath: 'pages/me/index',
        text: '我的',
        iconPath: 'assets/tab/me.png',
        selectedIconPath: 'assets/tab/me-on.png',
      },
    ],
  },
  /** WeChat asks what the position is for: the nearest pickup point, and a courier's round. */
  ...(process.env.TARO_ENV === 'weapp'
    ? {
        permission: { 'scope.userLocation': { desc: '用于查找附近的自提点，以及配送途中共享位置' } },
        requiredPrivateInfos: ['getLocation', 'startLocationUpdate', 'onLocationChange'],
      }
    : {}),
  window: {
    backgroundTextStyle: 'dark',
    backgroundColor: '#f7f4ec',
    navigationBarBackgroundColor: '#f7f4ec',
    navigationBarTitleText: '邻团',
    navigationBarTextStyle: 'black',
  },
});
