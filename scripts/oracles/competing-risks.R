# Cases for workers/statistics/competing-risks. Small simulated inputs, written out with the answers of R's survival and cmprsk.
suppressPackageStartupMessages({ library(survival); library(cmprsk); library(jsonlite) })
set.seed(20260729)
cases <- list()
add <- function(name, method, input, expected) {
  cases[[length(cases) + 1]] <<- list(name = name, method = method, input = input, expected = expected)
}
make <- function(n, step, groups) {
  x1 <- round(rnorm(n), 2); x2 <- rbinom(n, 1, 0.45); group <- sample(0:(groups - 1), n, TRUE)
  t1 <- rexp(n, 0.06 * exp(0.5 * x1)); t2 <- rexp(n, 0.05 * exp(-0.4 * x2 + 0.2 * group)); censor <- runif(n, 1, 30)
  time <- pmax(step, ceiling(pmin(t1, t2, censor) / step) * step)
  cause <- ifelse(t1 <= pmin(t2, censor), 1L, ifelse(t2 <= censor, 2L, 0L))
  data.frame(time, cause, group, x1, x2)
}
sets <- list("light ties" = make(70, 0.1, 2), "heavy ties" = make(90, 3, 3), "four groups" = make(120, 1, 4))
for (name in names(sets)) {
  d <- sets[[name]]
  for (type in c("log", "log-log", "plain")) {
    fit <- survfit(Surv(time, factor(cause, 0:2)) ~ 1, d, conf.type = type)
    add(paste("cumulative incidence,", name, type), "cif", c(as.list(d[c("time", "cause")]), list(interval = type)),
        list(time = fit$time, n_risk = fit$n.risk[, 1],
             causes = lapply(2:3, function(k) list(estimate = fit$pstate[, k], se = fit$std.err[, k], lower = fit$lower[, k], upper = fit$upper[, k]))))
  }
  gray <- cuminc(d$time, d$cause, d$group)$Tests
  for (cause in 1:2) {
    add(sprintf("Gray, %s, cause %d", name, cause), "gray", c(as.list(d[c("time", "cause", "group")]), list(of = cause)),
        list(statistic = gray[cause, "stat"], df = gray[cause, "df"], p = gray[cause, "pv"]))
    x <- as.matrix(d[c("x1", "x2")])
    fit <- crr(d$time, d$cause, x, failcode = cause, gtol = 1e-12, maxiter = 50)
    p <- predict(fit, rbind(c(0, 0), c(1, 1)))
    add(sprintf("Fine and Gray, %s, cause %d", name, cause), "finegray",
        c(as.list(d[c("time", "cause")]), list(x = as.list(d[c("x1", "x2")]), of = cause)),
        list(coef = unname(fit$coef), vcov = unname(fit$var), loglik = fit$loglik, loglik_null = fit$loglik.null,
             time = p[, 1], predicted = list(p[, 2], p[, 3])))
  }
}
write(toJSON(list(source = paste("R", getRversion(), "survival", packageVersion("survival"), "cmprsk", packageVersion("cmprsk")), cases = cases),
  digits = I(15), auto_unbox = TRUE, na = "null", null = "null"), "tests/oracles/statistics/r-competing-risks.json")
