import { addressRewritten } from './addressRewritten.ts';
import { allPorts } from './allPorts.ts';
import { authMissing } from './authMissing.ts';
import { bindConflict } from './bindConflict.ts';
import { containerPortUndeclared } from './containerPortUndeclared.ts';
import { controlPlanePods } from './controlPlanePods.ts';
import { credentialsFileMissing } from './credentialsFileMissing.ts';
import { droppedByRelabeling } from './droppedByRelabeling.ts';
import { endpointsDiffer } from './endpointsDiffer.ts';
import { externalNameService } from './externalNameService.ts';
import { hostNetwork } from './hostNetwork.ts';
import { invalidFieldType } from './invalidFieldType.ts';
import { invalidSelector } from './invalidSelector.ts';
import { jobLabelMissing } from './jobLabelMissing.ts';
import { loopbackOnly } from './loopbackOnly.ts';
import { monitorNotSelected } from './monitorNotSelected.ts';
import { multipleServices } from './multipleServices.ts';
import { namespaceLabel } from './namespaceLabel.ts';
import { netpolDenied } from './netpolDenied.ts';
import { netpolEgressDenied } from './netpolEgressDenied.ts';
import { netpolUnknown } from './netpolUnknown.ts';
import { nodeOpen } from './nodeOpen.ts';
import { noEndpoints } from './noEndpoints.ts';
import { noPrometheus } from './noPrometheus.ts';
import { noReplicas } from './noReplicas.ts';
import { nothingListens } from './nothingListens.ts';
import { notTcp } from './notTcp.ts';
import { noWorkload } from './noWorkload.ts';
import { operatorGenerated } from './operatorGenerated.ts';
import { operatorIgnores } from './operatorIgnores.ts';
import { operatorRejects } from './operatorRejects.ts';
import { pathNotServed } from './pathNotServed.ts';
import { policyNotEvaluated } from './policyNotEvaluated.ts';
import { portNotFound } from './portNotFound.ts';
import { portNotOpened } from './portNotOpened.ts';
import { portOwnerDiffers } from './portOwnerDiffers.ts';
import { probeMismatch } from './probeMismatch.ts';
import { prometheusPaused } from './prometheusPaused.ts';
import { prometheusRejected } from './prometheusRejected.ts';
import { proxyBypass } from './proxyBypass.ts';
import { proxyPathRefused } from './proxyPathRefused.ts';
import { proxyRbacMissing } from './proxyRbacMissing.ts';
import { rbacMissing } from './rbacMissing.ts';
import { referenceNotInInput } from './referenceNotInInput.ts';
import { relabelUnknown } from './relabelUnknown.ts';
import { rightsUnknown } from './rightsUnknown.ts';
import { schemeMismatch } from './schemeMismatch.ts';
import { schemeUnknown } from './schemeUnknown.ts';
import { scrapeRbacMissing } from './scrapeRbacMissing.ts';
import { selectsAll } from './selectsAll.ts';
import { serviceNotFound } from './serviceNotFound.ts';
import { serviceWithoutSelector } from './serviceWithoutSelector.ts';
import { sharded } from './sharded.ts';
import { targetPortNotFound } from './targetPortNotFound.ts';
import { tlsName } from './tlsName.ts';
import { tlsUnverifiable } from './tlsUnverifiable.ts';
import { tokenInClear } from './tokenInClear.ts';
import { unbuiltKustomization } from './unbuiltKustomization.ts';
import { undeclaredPort } from './undeclaredPort.ts';
import { undefinedVariable } from './undefinedVariable.ts';
import { upstreamAssumed } from './upstreamAssumed.ts';
import { upstreamNotFound } from './upstreamNotFound.ts';
import { workloadWithoutPort } from './workloadWithoutPort.ts';

export { duplicateScrapes } from '../duplicates.ts';

/** Every check, in the order in which reasons stand along the chain. */
export const CHECKS = [
  operatorRejects,
  invalidFieldType,
  invalidSelector,
  monitorNotSelected,
  noEndpoints,
  rbacMissing,
  serviceNotFound,
  externalNameService,
  serviceWithoutSelector,
  portNotFound,
  noWorkload,
  targetPortNotFound,
  containerPortUndeclared,
  droppedByRelabeling,
  notTcp,
  netpolEgressDenied,
  netpolDenied,
  bindConflict,
  nothingListens,
  loopbackOnly,
  schemeMismatch,
  upstreamNotFound,
  hostNetwork,
  authMissing,
  netpolUnknown,
  noPrometheus,
  undeclaredPort,
  portOwnerDiffers,
  multipleServices,
  addressRewritten,
  workloadWithoutPort,
  schemeUnknown,
  operatorGenerated,
  selectsAll,
  controlPlanePods,
  upstreamAssumed,
  relabelUnknown,
  allPorts,
  tlsName,
  tokenInClear,
  proxyBypass,
  proxyRbacMissing,
  policyNotEvaluated,
  scrapeRbacMissing,
  proxyPathRefused,
  endpointsDiffer,
  unbuiltKustomization,
  referenceNotInInput,
  tlsUnverifiable,
  credentialsFileMissing,
  pathNotServed,
  nodeOpen,
  jobLabelMissing,
  probeMismatch,
  prometheusPaused,
  operatorIgnores,
  sharded,
  namespaceLabel,
  portNotOpened,
  prometheusRejected,
  noReplicas,
  rightsUnknown,
  undefinedVariable,
] as const;
