import { page, pageQuery, Text } from '../common';
import { endpoint } from '../endpoint';
import { LeaderApplicationId, PickupPointId } from '../ids';
import { z } from '../zod';
import { applicationFields, ApplicationStatus, LeaderApplication } from './account';

const params = z.strictObject({ applicationId: LeaderApplicationId });

export const leaderApplicationsApi = {
  applyAsLeader: endpoint({
    id: 'identity.applyAsLeader',
    service: 'identity',
    method: 'post',
    path: '/leader-applications',
    access: 'signedIn',
    summary: 'Applies to lead a pickup point; one application at a time.',
    body: z.strictObject(applicationFields),
    reply: LeaderApplication,
    status: 201,
    errors: ['APPLICATION_PENDING'],
    idempotency: 'required',
  }),
  listMyApplications: endpoint({
    id: 'identity.listMyApplications',
    service: 'identity',
    method: 'get',
    path: '/leader-applications/mine',
    access: 'signedIn',
    summary: 'Your own applications, the newest first.',
    query: z.strictObject(pageQuery),
    reply: page(LeaderApplication),
  }),
  listLeaderApplications: endpoint({
    id: 'identity.listLeaderApplications',
    service: 'identity',
    method: 'get',
    path: '/leader-applications',
    access: ['operator'],
    summary:
      'Applications in one state; pending ones the longest waiting first, decided ones the newest first.',
    query: z.strictObject({ ...pageQuery, status: ApplicationStatus.default('pending') }),
    reply: page(LeaderApplication),
  }),
  approveLeaderApplication: endpoint({
    id: 'identity.approveLeaderApplication',
    service: 'identity',
    method: 'post',
    path: '/leader-applications/:applicationId/approve',
    access: ['operator'],
    rights: 'fresh',
    summary:
      'Makes the applicant the leader of a pickup point. Sent again with the same point it changes nothing.',
    params,
    body: z.strictObject({ pickupPointId: PickupPointId }),
    reply: LeaderApplication,
    status: 200,
    errors: ['NOT_FOUND', 'APPLICATION_ALREADY_DECIDED'],
    idempotency: 'natural',
  }),
  rejectLeaderApplication: endpoint({
    id: 'identity.rejectLeaderApplication',
    service: 'identity',
    method: 'post',
    path: '/leader-applications/:applicationId/reject',
    access: ['operator'],
    rights: 'fresh',
    summary: 'Refuses an application and says why; the applicant may apply again.',
    params,
    body: z.strictObject({ reason: Text(200) }),
    reply: LeaderApplication,
    status: 200,
    errors: ['NOT_FOUND', 'APPLICATION_ALREADY_DECIDED'],
    idempotency: 'natural',
  }),
};
