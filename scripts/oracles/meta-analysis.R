# Pooling of studies by metafor: rma.uni, confint, predict, regtest, rma.mh, rma.peto. REML and Paule-Mandel run to 1e-12,
# not to the default 1e-5.
suppressMessages({library(jsonlite); library(metafor)})
folder <- "tests/oracles/statistics"
cases <- list()
add <- function(name, input, expected) cases[[length(cases) + 1]] <<- list(name = name, input = input, expected = expected)
num <- function(x) if (length(x) == 0 || !is.finite(x)) NA else as.numeric(x)
sharp <- list(threshold = 1e-13, maxiter = 10000, tol = 1e-13, tau2.max = 1e4)

series <- list(
  "six trials, heterogeneous" = list(yi = c(-0.62, -0.15, 0.31, -0.84, 0.05, -1.2), sei = c(0.21, 0.18, 0.25, 0.33, 0.12, 0.4)),
  "five trials, alike" = list(yi = c(0.22, 0.18, 0.25, 0.2, 0.27), sei = c(0.11, 0.14, 0.2, 0.09, 0.3)),
  "two trials" = list(yi = c(0.4, -0.1), sei = c(0.2, 0.15)),
  "three trials, one large" = list(yi = c(1.2, 0.9, 0.05), sei = c(0.5, 0.45, 0.04)),
  "twelve trials, mixed" = list(
    yi = c(0.12, -0.3, 0.45, 0.6, 0.02, -0.11, 0.9, 0.33, 0.28, -0.05, 0.71, 0.15),
    sei = c(0.1, 0.22, 0.31, 0.4, 0.08, 0.15, 0.52, 0.2, 0.19, 0.13, 0.44, 0.27)),
  "small standard errors, far apart" = list(yi = c(10.1, 12.7, 9.4, 15.2), sei = c(0.05, 0.08, 0.04, 0.1)),
  "tiny scale" = list(yi = c(1.1e-5, 3.2e-5, -0.4e-5, 2.5e-5, 4e-5), sei = c(0.6e-5, 0.9e-5, 0.7e-5, 1.1e-5, 0.5e-5)),
  "equal standard errors" = list(yi = c(0.1, 0.5, 0.9, 0.3), sei = c(0.2, 0.2, 0.2, 0.2))
)
methods <- c(fixed = "FE", `dersimonian-laird` = "DL", reml = "REML", `paule-mandel` = "PM")
for (name in names(series)) for (method in names(methods)) {
  s <- series[[name]]
  scale <- if (name == "tiny scale") 1e5 else 1 # metafor's step control is absolute
  y <- s$yi * scale; se <- s$sei * scale
  for (knha in if (method == "fixed") FALSE else c(FALSE, TRUE)) for (level in if (method == "reml") c(0.95, 0.9) else 0.95) {
    f <- rma(yi = y, sei = se, method = methods[[method]], test = if (knha) "knha" else "z", level = 100 * level, control = sharp)
    k <- length(y)
    expected <- list(estimate = f$beta[1] / scale, se = f$se / scale, lower = f$ci.lb / scale, upper = f$ci.ub / scale, p = f$pval,
                     q = f$QE, qP = f$QEp, iSquared = f$I2 / 100, weights = as.numeric(weights(f)) / 100)
    if (method != "fixed") {
      ci <- suppressWarnings(confint(f, type = "QP", level = 100 * level, control = list(tol = 1e-13, maxiter = 10000, tau2.max = 1e4)))$random
      expected$tauSquared <- f$tau2 / scale^2
      expected$tauLower <- num(ci[1, 2] / scale^2); expected$tauUpper <- num(ci[1, 3] / scale^2)
      expected$iLower <- num(ci[3, 2] / 100); expected$iUpper <- num(ci[3, 3] / 100)
      if (k > 2) {
        half <- qt((1 + level) / 2, k - 2) * sqrt(f$tau2 + f$se^2) / scale
        expected$prediction <- c(f$beta[1] / scale - half, f$beta[1] / scale + half)
      }
    }
    add(paste0("pool, ", name, ", ", method, if (knha) ", Knapp-Hartung", ", ", level),
        c(s, method = method, knappHartung = knha, level = level), expected)
  }
}

for (name in names(series)) if (length(series[[name]]$yi) > 2 && name != "equal standard errors") {
  s <- series[[name]]
  r <- summary(lm(s$yi ~ s$sei, weights = 1 / s$sei^2))$coefficients
  t <- regtest(rma(yi = s$yi, sei = s$sei, method = "FE"), model = "lm", predictor = "sei")
  stopifnot(abs(t$zval - r[2, 3]) < 1e-6)
  add(paste("egger,", name), s, list(estimate = r[2, 1], se = r[2, 2], t = r[2, 3], p = r[2, 4], limit = r[1, 1]))
}

tables <- list(
  "four trials" = list(ai = c(12, 5, 30, 8), n1i = c(100, 60, 240, 75), ci = c(20, 9, 41, 7), n2i = c(98, 62, 236, 80)),
  "with a zero cell" = list(ai = c(0, 3, 8, 2), n1i = c(40, 55, 120, 30), ci = c(4, 6, 15, 3), n2i = c(42, 50, 118, 31)),
  "with a trial without events" = list(ai = c(0, 2, 5, 9), n1i = c(25, 40, 90, 100), ci = c(0, 4, 11, 8), n2i = c(24, 44, 88, 105)),
  "with a trial of events only" = list(ai = c(12, 20, 31), n1i = c(12, 44, 60), ci = c(10, 15, 22), n2i = c(10, 40, 61)),
  "rare events" = list(ai = c(1, 0, 2, 3, 1), n1i = c(500, 420, 800, 1200, 300), ci = c(3, 2, 2, 6, 0), n2i = c(510, 400, 790, 1190, 310)),
  "common events" = list(ai = c(60, 81, 44), n1i = c(100, 120, 70), ci = c(45, 70, 38), n2i = c(95, 125, 72))
)
measures <- c(`odds-ratio` = "OR", `risk-ratio` = "RR", `risk-difference` = "RD")
for (name in names(tables)) for (measure in names(measures)) {
  s <- tables[[name]]
  drop <- measure != "risk-difference"
  e <- with(s, escalc(measures[[measure]], ai = ai, n1i = n1i, ci = ci, n2i = n2i, add = 1/2, to = "only0", drop00 = drop))
  f <- suppressWarnings(rma(yi, vi, data = e, method = "REML", control = sharp))
  add(paste0("counts, ", name, ", ", measure, ", reml"), c(s, measure = measure, method = "reml"),
      list(estimate = f$beta[1], se = f$se, tauSquared = f$tau2, q = f$QE, k = f$k))
  m <- suppressWarnings(with(s, rma.mh(ai = ai, n1i = n1i, ci = ci, n2i = n2i, measure = measures[[measure]], correct = FALSE,
              add = c(1/2, 0), to = c("only0", "none"), drop00 = c(drop, FALSE))))
  add(paste0("counts, ", name, ", ", measure, ", mantel-haenszel"), c(s, measure = measure, method = "mantel-haenszel"),
      list(estimate = m$beta[1], se = m$se, lower = m$ci.lb, upper = m$ci.ub, p = m$pval, q = m$QE, qP = m$QEp, k = m$k.yi, weights = as.numeric(weights(m))[!drop | with(s, ai + ci > 0 & ai + ci < n1i + n2i)] / 100))
}
for (name in names(tables)) {
  s <- tables[[name]]
  p <- suppressWarnings(with(s, rma.peto(ai = ai, n1i = n1i, ci = ci, n2i = n2i)))
  add(paste0("counts, ", name, ", peto"), c(s, measure = "odds-ratio", method = "peto"),
      list(estimate = p$beta[1], se = p$se, lower = p$ci.lb, upper = p$ci.ub, p = p$pval, q = p$QE, qP = p$QEp, k = p$k.yi, weights = as.numeric(weights(p))[with(s, ai + ci > 0 & ai + ci < n1i + n2i)] / 100))
}

source <- paste0("R ", getRversion(), ", metafor ", packageVersion("metafor"))
write(toJSON(list(about = "Pooling of studies: inverse variance, Mantel-Haenszel, Peto, Egger. k counts the studies in Q.", source = source,
                  tolerance = list(rel = 1e-8), cases = cases), auto_unbox = TRUE, digits = I(15), na = "null", pretty = FALSE),
      file.path(folder, "r-meta-analysis.json"))
cat(length(cases), "cases\n")
