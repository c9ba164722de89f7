import { problems } from './problemText';

export const deliveryErrors = problems({
  ROUTE_ACTION_NOT_ALLOWED: {
    status: 409,
    zh: '路线已经到了别的步骤。请刷新：装车前可以改站点，完成前可以换骑手',
    en: 'The route is at another step by now. Refresh it: before loading its stops can be changed, and until it is finished its courier.',
  },
  STOP_ACTION_NOT_ALLOWED: {
    status: 409,
    zh: '这一站已经到了别的步骤，可能别人先操作了。请刷新；没送达的，由运营安排再送或退回',
    en: 'This stop is at another step by now, maybe somebody was quicker. Refresh it. If it failed, an operator has it brought again or sent back.',
  },
  NOTHING_TO_PLAN: { status: 409, zh: '没有需要配送的站点', en: 'There is nothing to deliver.' },
  CAPACITY_EXCEEDED: {
    status: 409,
    zh: '超过运力，请增加骑手或路线',
    en: 'The couriers cannot carry this. Add a courier or a route.',
  },
  CRATE_UNKNOWN: { status: 409, zh: '这个周转箱不属于本站', en: 'This crate does not belong to this stop.' },
  COUNT_IMPLAUSIBLE: {
    status: 422,
    zh: '数量有误，请核对',
    en: 'This count cannot be right. Please check it.',
  },
  PHOTO_REQUIRED: { status: 422, zh: '请拍照上传', en: 'Please add a photo.' },
  PHOTO_UNREADABLE: {
    status: 422,
    zh: '照片无法识别，请重拍',
    en: 'We cannot read this photo. Take another one.',
  },
  PICKUP_CODE_WRONG: {
    status: 404,
    zh: '取货码不正确，请核对',
    en: 'No order here has this code. Please check it.',
  },
  PICKUP_CODE_USED: {
    status: 409,
    zh: '该取货码已使用，货已取走；不是您取的，请马上联系团长',
    en: 'This code was used: the goods are collected. If it was not you, call the leader at once.',
  },
  PICKUP_NOT_READY: {
    status: 409,
    zh: '该订单还没到货，团长点收后才能取',
    en: 'This order has not arrived yet. It can be collected once the leader has counted the goods.',
  },
  PICKUP_LOCKED: {
    status: 429,
    zh: '错误次数过多，请稍后再试',
    en: 'Too many wrong codes. Wait a while and try again.',
  },
  PICKUP_POINT_FULL: {
    status: 409,
    zh: '该自提点当天已约满，请换一个自提点',
    en: 'This pickup point is full for that day. Please choose another one.',
  },
  LEADER_UNKNOWN: {
    status: 422,
    zh: '该账号不存在或不是团长',
    en: 'There is no leader with this account.',
  },
  FACILITY_UNKNOWN: { status: 422, zh: '仓库不存在或已停用', en: 'This warehouse is unknown or closed.' },
  COURIER_UNKNOWN: { status: 422, zh: '骑手不存在或已停用', en: 'This courier is unknown or not active.' },
  PLAN_SUPERSEDED: {
    status: 409,
    zh: '汇总单已有新版本，请规划新版本',
    en: 'A newer consolidation replaced this one. Plan that one.',
  },
  PLAN_UNDER_WAY: {
    status: 409,
    zh: '已开始装车，不能重新规划',
    en: 'Loading has begun, so the routes stay as they are.',
  },
  STOPS_DIFFER: {
    status: 422,
    zh: '站点列表不一致，请刷新',
    en: 'These are not the stops of the route. Refresh and try again.',
  },
  CRATES_NOT_LOADED: {
    status: 409,
    zh: '还有周转箱未装车，请装车或登记缺失',
    en: 'Some crates are not loaded. Load them or state them as missing.',
  },
  TEMPERATURE_REQUIRED: {
    status: 422,
    zh: '冷链周转箱请填写温度',
    en: 'Give the temperature of the cold crates.',
  },
  CRATE_TOO_WARM: {
    status: 409,
    zh: '有周转箱温度过高，请先别交货；已通知运营，等运营决定收下还是退回',
    en: 'A crate is too warm. Keep it until an operator has decided: accept it, or send it back. They see it already.',
  },
  CRATE_NOT_WARM: {
    status: 409,
    zh: '这个周转箱没有超温，或已经交接，不用再决定',
    en: 'This crate is not too warm, or no longer waits at the stop: there is nothing to decide. Refresh to see how it stands.',
  },
  DISPUTE_CLOSED: {
    status: 409,
    zh: '这笔少货早已决定，不能再改；如有出入，请在账务里调整',
    en: 'This was decided too long ago to be changed. Adjust it in the accounts instead.',
  },
  POSITION_IMPLAUSIBLE: {
    status: 422,
    zh: '位置异常，已忽略',
    en: 'This position cannot be right and was ignored.',
  },
  POSITION_FAR: {
    status: 422,
    zh: '位置离本城市很远，请检查经纬度或确认无误',
    en: 'This place is far from its city. Check longitude and latitude, or confirm that it is right.',
  },
  ARRIVAL_FAR: {
    status: 422,
    zh: '您离自提点还很远，确实到了请说明原因',
    en: 'You are far from this pickup point. If you are there all the same, say why.',
  },
  TIME_IMPLAUSIBLE: {
    status: 422,
    zh: '时间异常，请检查手机时间',
    en: "This time cannot be right. Check the phone's clock.",
  },
  NOT_OVERDUE: {
    status: 409,
    zh: '该订单未超时，邻居还可以来取',
    en: 'This order is not overdue: it can still be collected.',
  },
});
