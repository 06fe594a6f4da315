# Sourced with the path of a cpuinfo, before a JVM that computes. Exports OPENBLAS_CORETYPE for Intel's processors.
# OpenBLAS 0.3.19 gives a processor newer than itself its kernels for SSE3 (Prescott), which take about five times as long as those that
# it has for the processor's instructions.
if [ -z "${OPENBLAS_CORETYPE:-}" ] && [ -r "$1" ] && grep -q -m 1 'GenuineIntel' "$1"; then
  case "$(grep -m 1 '^flags' "$1") " in
    *" avx512vl "*) export OPENBLAS_CORETYPE=SkylakeX ;;
    *" avx2 "*) export OPENBLAS_CORETYPE=Haswell ;;
  esac
fi
